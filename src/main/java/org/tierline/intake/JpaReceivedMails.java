package org.tierline.intake;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tierline.platform.files.FileStore;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.TicketId;

@ApplicationScoped
class JpaReceivedMails implements ReceivedMails {

  private static final int CANDIDATES = 10;

  /** Longer than reading a mail or scanning one of its files takes. */
  private static final String LEASE = "current_timestamp + interval '45' second";

  /** By the one clock all nodes share. */
  private static final String FREE =
      "m.state = 'RECEIVED' and (m.leased_until is null or m.leased_until < current_timestamp)";

  @PersistenceContext private EntityManager em;

  private final FileStore files;

  @Inject
  JpaReceivedMails(FileStore files) {
    this.files = files;
  }

  JpaReceivedMails(EntityManager em, FileStore files) {
    this.em = em;
    this.files = files;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected JpaReceivedMails() {
    this(null);
  }

  @Override
  public void add(ReceivedMail mail) {
    em.persist(mail);
  }

  @Override
  public void keep(ReceivedMail mail, Spool raw) {
    mail.fetched(files.keep(raw));
    em.persist(mail);
  }

  @Override
  public ReceivedMail get(UUID id) {
    return em.getReference(ReceivedMail.class, id);
  }

  @Override
  public ReceivedMail hold(UUID id) {
    return em.createQuery("select m from ReceivedMail m where m.id = :id", ReceivedMail.class)
        .setParameter("id", id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  @Override
  public Optional<Spool> raw(ReceivedMail mail) {
    return mail.raw().map(files::fetch);
  }

  @Override
  public byte[] start(ReceivedMail mail, int most) {
    return mail.raw().map(file -> files.start(file, most)).orElse(new byte[0]);
  }

  @Override
  public Optional<ReceivedMail> find(MailboxPosition position) {
    return em.createQuery(
            "select m from ReceivedMail m where m.position.mailbox = :mailbox"
                + " and m.position.uidValidity = :uidValidity and m.position.uid = :uid",
            ReceivedMail.class)
        .setParameter("mailbox", position.mailbox())
        .setParameter("uidValidity", position.uidValidity())
        .setParameter("uid", position.uid())
        .getResultStream()
        .findFirst();
  }

  @Override
  public long highestUid(String mailbox, long uidValidity) {
    return em.createQuery(
            "select coalesce(max(m.position.uid), 0) from ReceivedMail m"
                + " where m.position.mailbox = :mailbox and m.position.uidValidity = :uidValidity",
            Long.class)
        .setParameter("mailbox", mailbox)
        .setParameter("uidValidity", uidValidity)
        .getSingleResult();
  }

  @Override
  public Set<Long> uids(String mailbox, long uidValidity) {
    return em.createQuery(
            "select m.position.uid from ReceivedMail m"
                + " where m.position.mailbox = :mailbox and m.position.uidValidity = :uidValidity",
            Long.class)
        .setParameter("mailbox", mailbox)
        .setParameter("uidValidity", uidValidity)
        .getResultStream()
        .collect(toSet());
  }

  @Override
  public List<ReceivedMail> unfetched(String mailbox) {
    return em.createQuery(
            "select m from ReceivedMail m where m.position.mailbox = :mailbox"
                + " and m.state = UNFETCHED order by m.position.uidValidity, m.position.uid",
            ReceivedMail.class)
        .setParameter("mailbox", mailbox)
        .getResultList();
  }

  @Override
  public Optional<ReceivedMail> claim() {
    @SuppressWarnings("unchecked") // ids are uuids
    List<UUID> candidates =
        em.createNativeQuery(
                "select m.id from inbound_message m where "
                    + FREE
                    + " order by m.received_at, m.uid fetch first "
                    + CANDIDATES
                    + " rows only",
                UUID.class)
            .getResultList();
    return candidates.stream()
        .filter(this::lease)
        .findFirst()
        .map(id -> em.find(ReceivedMail.class, id));
  }

  /** Of several nodes that try, the database lets one succeed. */
  private boolean lease(UUID id) {
    return em.createNativeQuery(
                "update inbound_message m set attempts = attempts + 1, version = version + 1,"
                    + " leased_until = "
                    + LEASE
                    + " where m.id = :id and "
                    + FREE)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  @Override
  public void prolong(ReceivedMail claim) {
    em.createNativeQuery(
            "update inbound_message set leased_until = "
                + LEASE
                + " where id = :id and version = :version and state = 'RECEIVED'")
        .setParameter("id", claim.id())
        .setParameter("version", claim.version())
        .executeUpdate();
  }

  @Override
  public void release(UUID id, Duration pause) {
    em.flush();
    em.createNativeQuery(
            "update inbound_message set leased_until ="
                + " current_timestamp + cast(:seconds as integer) * interval '1' second"
                + " where id = :id")
        .setParameter("seconds", pause.toSeconds())
        .setParameter("id", id)
        .executeUpdate();
  }

  @Override
  public Optional<UUID> findTaken(ContentKey key) {
    return em.createQuery("select m.id from ReceivedMail m where m.takenKey = :key", UUID.class)
        .setParameter("key", key.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<UUID> findQuarantined(ReceivedMail mail) {
    return em.createQuery(
            "select m.id from ReceivedMail m where m.sha256 = :sha256"
                + " and m.position.mailbox = :mailbox and m.state = QUARANTINED and m.id <> :id order by m.receivedAt",
            UUID.class)
        .setParameter("sha256", mail.sha256().orElse(""))
        .setParameter("mailbox", mail.position().mailbox())
        .setParameter("id", mail.id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<ReceivedMail> takenFrom(EmailAddress sender, Instant since, int most) {
    return em.createQuery(
            "select m from ReceivedMail m where m.description.sender = :sender"
                + " and m.processedAt > :since and m.state in (TICKET_CREATED, APPENDED)"
                + " order by m.processedAt desc, m.position.uid desc",
            ReceivedMail.class)
        .setParameter("sender", sender.value())
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public Optional<ReceivedMail> findOpening(TicketId ticket) {
    return em.createQuery(
            "select m from ReceivedMail m where m.ticket = :ticket and m.state = TICKET_CREATED",
            ReceivedMail.class)
        .setParameter("ticket", ticket.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<ReceivedMail> setAside(int from, int most) {
    return em.createQuery(
            "select m from ReceivedMail m where m.state = SUPPRESSED and m.ticket is null"
                + " order by m.receivedAt desc, m.id",
            ReceivedMail.class)
        .setFirstResult(from)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<ReceivedMail> quarantined(int most) {
    return em.createQuery(
            "select m from ReceivedMail m where m.state = QUARANTINED and m.discarded.at is null"
                + " order by m.receivedAt desc",
            ReceivedMail.class)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<ReceivedMail> alarming(int most) {
    return em.createQuery(
            "select m from ReceivedMail m where m.alarmDueAt is not null order by m.alarmDueAt",
            ReceivedMail.class)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public boolean isHoldUpKnown() {
    return em.createQuery(
                "select count(m) from ReceivedMail m where m.holdUpToldAt is not null", Long.class)
            .getSingleResult()
        > 0;
  }

  @Override
  public long countQuarantined() {
    return em.createQuery(
            "select count(m) from ReceivedMail m where m.state = QUARANTINED"
                + " and m.discarded.at is null",
            Long.class)
        .getSingleResult();
  }
}
