package org.tierline.sla;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.ticket.TicketId;

/**
 * What we promised for a ticket at one moment, word for word as the table then had it. The last one
 * counts; the ones before explain what the clock did until it took their place. Written once, never
 * changed, so that every due date can be reckoned again whatever the table says today.
 */
@Entity
public class SlaPromise {

  @Id private UUID id;

  private UUID ticketId;

  @Column(name = "promised_at")
  private Instant at;

  private String rule;

  private String calendar;

  private boolean businessTime;

  private @Nullable Long firstResponseSeconds;

  private @Nullable Long nextResponseSeconds;

  private @Nullable Long resolutionSeconds;

  private @Nullable Long customerUpdateSeconds;

  private long warnBeforeSeconds;

  private String ladder;

  private boolean pausesWithEngineering;

  protected SlaPromise() {} // for JPA

  SlaPromise(TicketId ticket, SlaPolicy policy, Instant at) {
    this.id = UUID.randomUUID();
    this.ticketId = ticket.value();
    this.at = at.truncatedTo(ChronoUnit.SECONDS);
    this.rule = policy.rule();
    this.calendar = policy.calendar();
    this.businessTime = policy.businessTime();
    this.firstResponseSeconds = seconds(policy, SlaTarget.FIRST_RESPONSE);
    this.nextResponseSeconds = seconds(policy, SlaTarget.NEXT_RESPONSE);
    this.resolutionSeconds = seconds(policy, SlaTarget.RESOLUTION);
    this.customerUpdateSeconds = seconds(policy, SlaTarget.CUSTOMER_UPDATE);
    this.warnBeforeSeconds = policy.warnBefore().toSeconds();
    this.ladder = policy.ladder();
    this.pausesWithEngineering = policy.pausesWithEngineering();
  }

  private static @Nullable Long seconds(SlaPolicy policy, SlaTarget target) {
    Duration time = policy.targets().get(target);
    return time == null ? null : time.toSeconds();
  }

  TicketId ticket() {
    return new TicketId(ticketId);
  }

  Instant at() {
    return at;
  }

  SlaPolicy policy() {
    Map<SlaTarget, Duration> targets = new EnumMap<>(SlaTarget.class);
    put(targets, SlaTarget.FIRST_RESPONSE, firstResponseSeconds);
    put(targets, SlaTarget.NEXT_RESPONSE, nextResponseSeconds);
    put(targets, SlaTarget.RESOLUTION, resolutionSeconds);
    put(targets, SlaTarget.CUSTOMER_UPDATE, customerUpdateSeconds);
    return new SlaPolicy(
        rule,
        calendar,
        businessTime,
        targets,
        Duration.ofSeconds(warnBeforeSeconds),
        ladder,
        pausesWithEngineering);
  }

  private static void put(
      Map<SlaTarget, Duration> targets, SlaTarget target, @Nullable Long seconds) {
    if (seconds != null) {
      targets.put(target, Duration.ofSeconds(seconds));
    }
  }
}
