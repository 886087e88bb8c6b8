package org.tierline.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.tierline.platform.outbox.FailedDeliveries;
import org.tierline.platform.outbox.FailedDeliveries.Failed;

/** Use case: a lead decides about what the desk could not get rid of: mails, Slack notes. */
@ApplicationScoped
@Transactional
public class RepairDeliveries {

  private static final Duration LATELY = Duration.ofDays(1);

  private final Iterable<FailedDeliveries> outboxes;
  private final Tickets tickets;
  private final Clock clock;

  @Inject
  RepairDeliveries(Instance<FailedDeliveries> outboxes, Tickets tickets, Clock clock) {
    this((Iterable<FailedDeliveries>) outboxes, tickets, clock);
  }

  public RepairDeliveries(Iterable<FailedDeliveries> outboxes, Tickets tickets, Clock clock) {
    this.outboxes = outboxes;
    this.tickets = tickets;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RepairDeliveries() {
    this((Iterable<FailedDeliveries>) null, null, null);
  }

  /**
   * Something that failed for good.
   *
   * @param outbox where it lies; with the id its name
   * @param kind what it is, such as {@code mail}
   */
  public record FailedDelivery(
      String outbox,
      long id,
      String kind,
      Optional<TicketNumber> ticket,
      String target,
      String reason,
      Instant since) {}

  /** What waits for a decision, oldest first. */
  public List<FailedDelivery> waiting(int most) {
    return StreamSupport.stream(outboxes.spliterator(), false)
        .flatMap(
            outbox -> outbox.failed(most).stream().map(failed -> effect(outbox.outbox(), failed)))
        .sorted(Comparator.comparing(FailedDelivery::since))
        .limit(most)
        .toList();
  }

  /** How many notes of the last day were dropped because they came too late. */
  public long droppedLately() {
    Instant since = clock.instant().minus(LATELY);
    return StreamSupport.stream(outboxes.spliterator(), false)
        .mapToLong(outbox -> outbox.expiredSince(since))
        .sum();
  }

  /** Tries it once more; one that does not wait any more is no error. */
  public void retry(String outbox, long id, Author by) {
    outbox(outbox)
        .flatMap(found -> found.retry(id))
        .ifPresent(failed -> note(failed, "tried once more", failed.reason(), by));
  }

  /** Lets it be, and says why; one that does not wait any more is no error. */
  public void giveUp(String outbox, long id, Author by, String why) {
    outbox(outbox)
        .flatMap(found -> found.giveUp(id, by.name(), why))
        .ifPresent(failed -> note(failed, "given up", why, by));
  }

  private void note(Failed failed, String what, String why, Author by) {
    failed
        .ticket()
        .map(TicketId::new)
        .map(tickets::get)
        .ifPresent(
            ticket ->
                ticket.note(
                    HistoryKind.UNDELIVERED,
                    by,
                    "%s to %s %s".formatted(failed.kind(), failed.target(), what),
                    why,
                    clock.instant()));
  }

  private FailedDelivery effect(String outbox, Failed failed) {
    return new FailedDelivery(
        outbox,
        failed.id(),
        failed.kind(),
        failed.ticket().map(TicketId::new).map(tickets::get).map(Ticket::number),
        failed.target(),
        failed.reason(),
        failed.since());
  }

  private Optional<FailedDeliveries> outbox(String name) {
    return StreamSupport.stream(outboxes.spliterator(), false)
        .filter(outbox -> outbox.outbox().equals(name))
        .findFirst();
  }
}
