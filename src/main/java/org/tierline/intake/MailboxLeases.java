package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Which node reads a mailbox. The database elects it, by its own clock. Each change of holder has a
 * higher number: a node that slept through the loss of its lease finds its number outdated when it
 * wants to commit, and nothing of its work is kept.
 */
@ApplicationScoped
class MailboxLeases {

  private static final String THIRTY_SECONDS = "current_timestamp + interval '30' second";

  private final String self = UUID.randomUUID().toString();

  @PersistenceContext private EntityManager em;

  MailboxLeases() {}

  MailboxLeases(EntityManager em) {
    this.em = em;
  }

  /** The right to read a mailbox, as long as nobody has a higher number. */
  record Lease(String mailbox, long fence) {}

  /** Takes or keeps the mailbox for half a minute, unless another node has it. */
  public Optional<Lease> hold(String mailbox) {
    boolean ours = extend(mailbox) || takeOver(mailbox) || create(mailbox);
    return ours ? Optional.of(new Lease(mailbox, fence(mailbox))) : Optional.empty();
  }

  private boolean extend(String mailbox) {
    return changes(
        "update mailbox_lease set held_until = "
            + THIRTY_SECONDS
            + " where mailbox = :mailbox and holder = :self",
        mailbox);
  }

  /** From who has not been heard of; not before a back-off of theirs is over. */
  private boolean takeOver(String mailbox) {
    return changes(
        "update mailbox_lease set holder = :self, fence = fence + 1, held_until = "
            + THIRTY_SECONDS
            + " where mailbox = :mailbox and held_until < current_timestamp"
            + " and (not_before is null or not_before < current_timestamp)",
        mailbox);
  }

  private boolean create(String mailbox) {
    return changes(
        "insert into mailbox_lease (mailbox, holder, fence, alarmed, held_until)"
            + " select :mailbox, :self, 1, false, "
            + THIRTY_SECONDS
            + " where not exists (select 1 from mailbox_lease where mailbox = :mailbox)",
        mailbox);
  }

  private boolean changes(String statement, String mailbox) {
    return em.createNativeQuery(statement)
            .setParameter("self", self)
            .setParameter("mailbox", mailbox)
            .executeUpdate()
        == 1;
  }

  private long fence(String mailbox) {
    return ((Number)
            em.createNativeQuery("select fence from mailbox_lease where mailbox = :mailbox")
                .setParameter("mailbox", mailbox)
                .getSingleResult())
        .longValue();
  }

  /** Keeps it for another half minute; false when it was lost. */
  public boolean keep(Lease lease) {
    return em.createNativeQuery(
                "update mailbox_lease set held_until = "
                    + THIRTY_SECONDS
                    + " where mailbox = :mailbox and holder = :self and fence = :fence")
            .setParameter("self", self)
            .setParameter("mailbox", lease.mailbox())
            .setParameter("fence", lease.fence())
            .executeUpdate()
        == 1;
  }

  /**
   * The last statement of a transaction that must not be committed by a node that lost its lease.
   * It locks the lease, so nobody takes over between this and the commit.
   */
  public void demand(Lease lease) {
    em.flush();
    if (!keep(lease)) {
      throw new LeaseLostException(lease.mailbox());
    }
  }

  /** No other node shall try this mailbox for a while. */
  public void rest(Lease lease, Duration pause) {
    em.createNativeQuery(
            "update mailbox_lease set not_before ="
                + " current_timestamp + cast(:seconds as integer) * interval '1' second"
                + " where mailbox = :mailbox and fence = :fence")
        .setParameter("seconds", pause.toSeconds())
        .setParameter("mailbox", lease.mailbox())
        .setParameter("fence", lease.fence())
        .executeUpdate();
  }

  /** Whether the staff has to be told that this mailbox fails: true once, whichever node asks. */
  public boolean alarm(Lease lease) {
    return em.createNativeQuery(
                "update mailbox_lease set alarmed = true where mailbox = :mailbox and not alarmed")
            .setParameter("mailbox", lease.mailbox())
            .executeUpdate()
        == 1;
  }

  /** It can be read. */
  public void recover(Lease lease) {
    em.createNativeQuery(
            "update mailbox_lease set alarmed = false, not_before = null where mailbox = :mailbox")
        .setParameter("mailbox", lease.mailbox())
        .executeUpdate();
  }

  /** This node stops: another may take over at once. */
  public void release(Lease lease) {
    em.createNativeQuery(
            "update mailbox_lease set held_until = current_timestamp - interval '1' second"
                + " where mailbox = :mailbox and fence = :fence")
        .setParameter("mailbox", lease.mailbox())
        .setParameter("fence", lease.fence())
        .executeUpdate();
  }
}
