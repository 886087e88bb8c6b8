package org.tierline.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The desk's tables as Flyway scripts, for H2 and PostgreSQL alike. */
public final class Schema {

  private Schema() {}

  /** The one way to migrate, in the server and in tests that have a database but no server. */
  public static Flyway of(DataSource database) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .placeholders(Map.of("binary", binaryType(database)))
        .table("schema_version")
        // the engine keeps its tables in the same schema and looks after them itself
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  private static String binaryType(DataSource database) {
    try (Connection connection = database.getConnection()) {
      boolean postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
      return postgres ? "BYTEA" : "BLOB";
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }
  }
}
