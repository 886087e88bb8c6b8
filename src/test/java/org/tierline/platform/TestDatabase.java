package org.tierline.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A real database with the product's migrations and persistence unit, outside the container. One of
 * each kind serves the whole test run; tests keep out of each other's way by their data.
 */
public final class TestDatabase {

  private static final class H2Holder {
    static final TestDatabase INSTANCE = startH2();
  }

  private static final class PostgresHolder {
    static final TestDatabase INSTANCE = startPostgres();
  }

  private final DataSource dataSource;
  private final EntityManagerFactory emf;

  private TestDatabase(DataSource dataSource, String binaryType) {
    this.dataSource = dataSource;
    Flyway.configure()
        .dataSource(dataSource)
        .placeholders(Map.of("binary", binaryType))
        .load()
        .migrate();
    this.emf =
        Persistence.createEntityManagerFactory(
            "tierline",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                dataSource,
                "hibernate.search.enabled",
                "false"));
  }

  public static TestDatabase h2() {
    return H2Holder.INSTANCE;
  }

  /** One of its own, for tests of what two desks do to each other. */
  public static TestDatabase anotherH2() {
    return startH2();
  }

  public static TestDatabase postgres() {
    return PostgresHolder.INSTANCE;
  }

  /** One of its own, for tests that look at everything there is. */
  public static TestDatabase anotherPostgres() {
    return startPostgres();
  }

  /** One of its own that survives the death of this virtual machine. */
  public static TestDatabase h2(Path file) {
    var h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0");
    return new TestDatabase(h2, "BLOB");
  }

  /** An H2 that somebody has a hand in. */
  public static TestDatabase h2(DataSource h2) {
    return new TestDatabase(h2, "BLOB");
  }

  private static TestDatabase startH2() {
    return h2(inMemory());
  }

  /** A new H2 without anything in it. */
  public static DataSource inMemory() {
    var h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return h2;
  }

  @SuppressWarnings("resource") // stops with the test JVM
  private static TestDatabase startPostgres() {
    try {
      return new TestDatabase(EmbeddedPostgres.start().getPostgresDatabase(), "BYTEA");
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL for tests did not start", e);
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** An entity manager of the caller's, for tests that steer transactions themselves. */
  public EntityManager entityManager() {
    return emf.createEntityManager();
  }

  /** Runs work in a transaction of its own; whatever it throws rolls back. */
  public <T> T inTransaction(Function<EntityManager, T> work) {
    try (EntityManager em = emf.createEntityManager()) {
      var transaction = em.getTransaction();
      transaction.begin();
      try {
        T result = work.apply(em);
        transaction.commit();
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
  }

  public void doInTransaction(Consumer<EntityManager> work) {
    inTransaction(
        em -> {
          work.accept(em);
          return true;
        });
  }
}
