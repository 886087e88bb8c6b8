package org.tierline.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.TeamId;

/** One passing on of a ticket, with what the agent left to the next one. */
@Entity
public class HandOver {

  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // read by the mapping of the ticket
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "ticket_id")
  private Ticket ticket;

  private int sequence;

  private String fromTeam;

  private @Nullable String toTeam;

  private String agent;

  private String agentName;

  @Column(name = "written_at")
  private Instant at;

  private String tried;

  private String reproduced;

  private String missing;

  protected HandOver() {} // for JPA

  HandOver(Ticket ticket, int sequence, Author by, HandOverNote note, Instant now) {
    this.id = UUID.randomUUID();
    this.ticket = ticket;
    this.sequence = sequence;
    this.fromTeam = ticket.team().value();
    this.agent = by.id();
    this.agentName = by.name();
    this.at = now;
    this.tried = note.tried();
    this.reproduced = note.reproduced();
    this.missing = note.missing();
  }

  void arriveAt(TeamId team) {
    toTeam = team.value();
  }

  int sequence() {
    return sequence;
  }

  public TeamId from() {
    return new TeamId(fromTeam);
  }

  /** Empty while the ticket is on its way. */
  public Optional<TeamId> to() {
    return Optional.ofNullable(toTeam).map(TeamId::new);
  }

  public Author by() {
    return new Author(Author.Kind.AGENT, agent, agentName);
  }

  public Instant at() {
    return at;
  }

  public HandOverNote note() {
    return new HandOverNote(tried, reproduced, missing);
  }
}
