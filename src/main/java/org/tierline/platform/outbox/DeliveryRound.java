package org.tierline.platform.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.tierline.platform.transactions.Transactions;

/**
 * One round through an outbox. Claiming a row and noting what became of it are transactions of
 * their own; none is open while the other side is spoken to. When a node dies between the other
 * side's yes and our note, it is asked once more, under the same key.
 */
public final class DeliveryRound {

  /** How much one round hands over at most. */
  private static final int BATCH = 100;

  private static final Logger LOG = System.getLogger(DeliveryRound.class.getName());

  private DeliveryRound() {}

  /**
   * What the round does with the rows of one outbox.
   *
   * @param <C> what has to be known of a row while no transaction is open
   */
  public interface Work<C> {

    /** The next that is due, for this node alone. */
    Optional<C> claim();

    /** What to call it in the log, which must not hold what people wrote. */
    String name(C claim);

    /** Hands it over; when this returns, the other side is responsible. */
    void carry(C claim) throws DeliveryFailedException;

    void noteSent(C claim);

    void noteFailed(C claim, DeliveryFailedException failure);
  }

  /**
   * Hands over what is due, until nothing is or the other side is down.
   *
   * @return how much left
   */
  public static <C> int run(Work<C> work, Transactions transactions) {
    int sent = 0;
    for (int i = 0; i < BATCH; i++) {
      Optional<C> claim = transactions.inNew(work::claim);
      if (claim.isEmpty()) {
        return sent;
      }
      C due = claim.get();
      try {
        carry(work, due);
        transactions.inNew(
            () -> {
              work.noteSent(due);
              return true;
            });
        sent++;
      } catch (DeliveryFailedException e) {
        transactions.inNew(
            () -> {
              work.noteFailed(due, e);
              return true;
            });
        if (e.kind() == DeliveryFailedException.Kind.SERVER_DOWN) {
          return sent;
        }
      }
    }
    return sent;
  }

  /**
   * What we stumble over ourselves is tried again and given up like what the other side does not
   * take, and the rest leaves meanwhile.
   */
  private static <C> void carry(Work<C> work, C due) throws DeliveryFailedException {
    try {
      work.carry(due);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Could not be handed over: " + work.name(due), e);
      throw new DeliveryFailedException(
          DeliveryFailedException.Kind.NOT_NOW, "The desk stumbled over it: " + e, e);
    }
  }
}
