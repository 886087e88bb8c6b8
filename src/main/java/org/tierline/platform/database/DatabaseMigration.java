package org.tierline.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the desk's tables to the version this program needs. Flyway commits for itself. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

  private static final Logger LOG = System.getLogger(DatabaseMigration.class.getName());

  @Resource(lookup = "java:jboss/datasources/TierlineDS")
  private DataSource database;

  @PostConstruct
  void migrate() {
    MigrateResult result = Schema.of(database).migrate();
    if (result.migrationsExecuted > 0) {
      LOG.log(
          Level.INFO,
          "Database schema brought to version {0} by {1} scripts",
          result.targetSchemaVersion,
          result.migrationsExecuted);
    }
  }
}
