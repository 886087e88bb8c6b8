package org.tierline.knowledge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.tierline.platform.TestDatabase;

/** The product's persistence unit on H2 with a real Lucene index, outside the container. */
final class IndexedDatabase implements AutoCloseable {

  private final EntityManagerFactory emf;

  /** With the index in memory. */
  IndexedDatabase() {
    this(Map.of("hibernate.search.backend.directory.type", "local-heap"));
  }

  IndexedDatabase(Map<String, Object> searchSettings) {
    Map<String, Object> settings = new HashMap<>(searchSettings);
    settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
    settings.put("jakarta.persistence.nonJtaDataSource", TestDatabase.h2().dataSource());
    emf = Persistence.createEntityManagerFactory("tierline", settings);
  }

  <T> T inTransaction(Function<EntityManager, T> work) {
    try (EntityManager em = emf.createEntityManager()) {
      EntityTransaction transaction = em.getTransaction();
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

  @Override
  public void close() {
    emf.close();
  }
}
