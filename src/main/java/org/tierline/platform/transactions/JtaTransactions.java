package org.tierline.platform.transactions;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;

/**
 * The container's transactions. Steered by hand, because the interceptor behind
 * {@code @Transactional} lets a failed commit out as a checked exception nobody expects.
 */
@ApplicationScoped
class JtaTransactions implements Transactions {

  @Resource(lookup = "java:jboss/TransactionManager")
  private TransactionManager manager;

  @SuppressWarnings("NullAway") // the container injects the transaction manager
  JtaTransactions() {}

  @Override
  public <T> T inNew(Supplier<T> work) {
    try {
      Transaction outer = manager.suspend();
      try {
        manager.begin();
        return committed(work);
      } finally {
        if (outer != null) {
          manager.resume(outer);
        }
      }
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | NotSupportedException
        | SystemException
        | InvalidTransactionException e) {
      throw new NotCommittedException(e);
    }
  }

  private <T> T committed(Supplier<T> work)
      throws RollbackException,
          HeuristicMixedException,
          HeuristicRollbackException,
          SystemException {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      manager.commit();
      return result;
    } finally {
      if (!done && manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
        manager.rollback();
      }
    }
  }
}
