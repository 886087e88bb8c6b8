package org.tierline.platform.transactions;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.tierline.platform.TestDatabase;

/**
 * Transactions on a test database, and the entity manager that belongs to the one that is running:
 * what the container gives its beans. Nested ones suspend the outer, as REQUIRES_NEW does.
 */
public class DatabaseTransactions implements Transactions {

  private final TestDatabase database;
  private EntityManager current;
  private int count;

  public DatabaseTransactions(TestDatabase database) {
    this.database = database;
  }

  @Override
  public synchronized <T> T inNew(Supplier<T> work) {
    EntityManager outer = current;
    count++;
    try {
      return database.inTransaction(
          em -> {
            current = em;
            return work.get();
          });
    } finally {
      current = outer;
    }
  }

  /** How many transactions were begun. */
  public int count() {
    return count;
  }

  /** Delegates to the entity manager of the running transaction. */
  public EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              if (current == null) {
                throw new IllegalStateException("No transaction");
              }
              try {
                return method.invoke(current, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
