package org.tierline.assignment;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.tierline.agent.AgentId;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.ticket.Tickets;

/** Looks who is at work in a team and how much they have to do. */
@ApplicationScoped
class Benches {

  private final Roster roster;
  private final Tickets tickets;
  private final Weights weights;
  private final AssignmentRules rules;

  @Inject
  Benches(Roster roster, Tickets tickets, Weights weights, AssignmentRules rules) {
    this.roster = roster;
    this.tickets = tickets;
    this.weights = weights;
    this.rules = rules;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Benches() {
    this(null, null, null, null);
  }

  /** Right as long as the caller holds the team's turn. */
  Bench of(TeamId team) {
    List<Roster.Member> members = roster.of(team);
    Set<AgentId> onDuty =
        members.stream()
            .filter(Roster.Member::isOnDuty)
            .map(member -> member.agent().id())
            .collect(toSet());
    return new Bench(members, tickets.workInHand(onDuty), weights.scale(), rules.language());
  }
}
