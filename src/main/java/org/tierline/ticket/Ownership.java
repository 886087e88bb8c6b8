package org.tierline.ticket;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;

/**
 * Whose a ticket is: one agent's, or one team's queue's. Remembers who had it before, so that it is
 * not passed round in circles, and whether a lead was called to decide.
 */
@Embeddable
class Ownership {

  private static final int MAX_REASON_LENGTH = 500;

  private String team;

  private @Nullable String assignee;

  @Enumerated(EnumType.STRING)
  private Demand seniority = Demand.ANY;

  private int teamChanges;

  /** How often an owner handed it away; spares most tickets the look for former owners. */
  private int handAways;

  private @Nullable Instant leadCalledAt;

  private @Nullable String leadCalledWhy;

  /** The team a lead sends it to, until it is there. */
  private @Nullable String leadSendsTo;

  @ElementCollection
  @CollectionTable(name = "former_owner", joinColumns = @JoinColumn(name = "ticket_id"))
  @Column(name = "login")
  private Set<String> formerOwners = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "former_team", joinColumns = @JoinColumn(name = "ticket_id"))
  @Column(name = "team")
  private Set<String> formerTeams = new HashSet<>();

  protected Ownership() {} // for JPA

  Ownership(TeamId team) {
    this.team = team.value();
  }

  /** Triage sends it to a team; nobody has had it yet. */
  void startAt(TeamId first) {
    team = first.value();
  }

  void demand(Demand experience) {
    seniority = experience;
  }

  void give(AgentId agent) {
    assignee = agent.value();
    leadHasDecided();
  }

  void release() {
    assignee = null;
  }

  /** The owner hands it away. */
  void leaveOwner() {
    if (assignee != null) {
      formerOwners.add(assignee);
      handAways++;
    }
    assignee = null;
  }

  /** Goes to another team. What a lead decides is no further change in a circle. */
  void moveTo(TeamId to) {
    leaveOwner();
    if (!to.value().equals(team)) {
      if (!team().equals(TeamId.LEAD) && !to.equals(TeamId.LEAD) && !isSentByLead(to)) {
        teamChanges++;
      }
      formerTeams.add(team);
    }
    team = to.value();
    leadHasDecided();
    leadSendsTo = null;
  }

  private void leadHasDecided() {
    leadCalledAt = null;
    leadCalledWhy = null;
  }

  /** A lead decides where it belongs. It may be theirs for a moment before it is on its way. */
  void leadSends(TeamId to) {
    leadSendsTo = to.value();
  }

  boolean isSentByLead(TeamId to) {
    return to.value().equals(leadSendsTo);
  }

  /** Returns whether this is news. */
  boolean callLead(String why, Instant now) {
    if (leadCalledAt != null) {
      return false;
    }
    leadCalledAt = now;
    leadCalledWhy =
        why.length() <= MAX_REASON_LENGTH ? why : why.substring(0, MAX_REASON_LENGTH - 1) + "…";
    return true;
  }

  TeamId team() {
    return new TeamId(team);
  }

  Optional<AgentId> assignee() {
    return Optional.ofNullable(assignee).map(AgentId::new);
  }

  Demand seniority() {
    return seniority;
  }

  int teamChanges() {
    return teamChanges;
  }

  Optional<Instant> leadCalledAt() {
    return Optional.ofNullable(leadCalledAt);
  }

  Optional<String> leadCalledWhy() {
    return Optional.ofNullable(leadCalledWhy);
  }

  Set<AgentId> formerOwners() {
    return handAways == 0
        ? Set.of()
        : formerOwners.stream().map(AgentId::new).collect(toUnmodifiableSet());
  }

  Set<TeamId> formerTeams() {
    return formerTeams.stream().map(TeamId::new).collect(toUnmodifiableSet());
  }
}
