package org.tierline.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A time an agent is away: holidays, illness, a training. */
@Entity
public class Absence {

  public static final int MAX_REASON_LENGTH = 200;

  @Id private UUID id;

  private String login;

  @Column(name = "absent_from")
  private Instant from;

  @Column(name = "absent_until")
  private Instant until;

  private String reason;

  private String enteredBy;

  private boolean handedOver;

  protected Absence() {} // for JPA

  /**
   * @param until the agent is back then
   * @param reason for colleagues; may be blank
   * @throws IllegalArgumentException if it ends before it begins or says too much
   */
  public Absence(AgentId agent, Instant from, Instant until, String reason, AgentId enteredBy) {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("An absence ends after it begins");
    }
    if (reason.length() > MAX_REASON_LENGTH) {
      throw new IllegalArgumentException("Say it in " + MAX_REASON_LENGTH + " characters");
    }
    this.id = UUID.randomUUID();
    this.login = agent.value();
    this.from = from;
    this.until = until;
    this.reason = reason.strip();
    this.enteredBy = enteredBy.value();
  }

  public boolean isAt(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  /** How long the agent is away altogether. */
  public Duration length() {
    return Duration.between(from, until);
  }

  /** The agent's tickets have been given to others. */
  public void markHandedOver() {
    handedOver = true;
  }

  /** The agent is back earlier. */
  void endAt(Instant now) {
    until = now;
  }

  public UUID id() {
    return id;
  }

  public AgentId agent() {
    return new AgentId(login);
  }

  public Instant from() {
    return from;
  }

  public Instant until() {
    return until;
  }

  public String reason() {
    return reason;
  }

  public AgentId enteredBy() {
    return new AgentId(enteredBy);
  }

  public boolean isHandedOver() {
    return handedOver;
  }
}
