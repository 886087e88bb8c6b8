package org.tierline.ticket;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;

/**
 * Whose a ticket is: one agent's, or one team's queue's. Remembers who had it before and what they
 * left to the next one, so that it is not passed round in circles, and whether a lead was called to
 * decide.
 */
@Embeddable
public class Ownership {

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

  @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
  private List<HandOver> handOvers = new ArrayList<>();

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

  /** A lead decides whose it is; who left it to somebody left it to them. */
  void giveByLead(AgentId agent) {
    give(agent);
    arrive();
  }

  void release() {
    assignee = null;
  }

  /** The owner leaves to the next one what that one needs to know. */
  void leaveNote(Ticket ticket, HandOverNote note, Author by, Instant now) {
    handOvers.add(new HandOver(ticket, handOvers.size() + 1, by, note, now));
  }

  /** The owner hands it away to the queue of the same team. */
  void giveBack() {
    leaveOwner();
    arrive();
  }

  private void leaveOwner() {
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
    arrive();
  }

  private void arrive() {
    handOverAwaited().ifPresent(handOver -> handOver.arriveAt(team()));
  }

  private void leadHasDecided() {
    leadCalledAt = null;
    leadCalledWhy = null;
  }

  /** A lead decides where it belongs. It may be theirs for a moment before it is on its way. */
  void leadSends(TeamId to) {
    leadSendsTo = to.value();
  }

  /** Whether a lead decided that it goes to this team next. */
  public boolean isSentByLead(TeamId to) {
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

  /** Whether it asks for an agent of long experience. */
  public Demand seniority() {
    return seniority;
  }

  /** How often it went from one team to another, decisions of leads left out. */
  public int teamChanges() {
    return teamChanges;
  }

  /** Since when a lead is asked to decide whose it is; empty as soon as it is given to somebody. */
  public Optional<Instant> leadCalledAt() {
    return Optional.ofNullable(leadCalledAt);
  }

  public Optional<String> leadCalledWhy() {
    return Optional.ofNullable(leadCalledWhy);
  }

  /** Who had the ticket and handed it away. */
  public Set<AgentId> formerOwners() {
    return handAways == 0
        ? Set.of()
        : formerOwners.stream().map(AgentId::new).collect(toUnmodifiableSet());
  }

  /** The teams it has been with before. */
  public Set<TeamId> formerTeams() {
    return formerTeams.stream().map(TeamId::new).collect(toUnmodifiableSet());
  }

  /** What its last agent left to the next one. */
  Optional<HandOver> lastHandOver() {
    return handOvers.stream().max(comparingInt(HandOver::sequence));
  }

  /** What was written for the next one, who has not come yet. */
  public Optional<HandOver> handOverAwaited() {
    return lastHandOver().filter(last -> last.to().isEmpty());
  }
}
