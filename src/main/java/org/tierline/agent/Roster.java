package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is at work now: by their own word, by their shifts and by their absences. */
@ApplicationScoped
@Transactional
public class Roster {

  private final Agents agents;
  private final Absences absences;
  private final Clock clock;

  @Inject
  public Roster(Agents agents, Absences absences, Clock clock) {
    this.agents = agents;
    this.absences = absences;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Roster() {
    this(null, null, null);
  }

  /**
   * A member of a team as they are now.
   *
   * @param back when they are expected again, if that is known
   */
  public record Member(Agent agent, Presence presence, Optional<Instant> back) {

    public boolean isOnDuty() {
      return presence == Presence.ON_DUTY;
    }
  }

  /** Everyone in a team, in a stable order. */
  public List<Member> of(TeamId team) {
    List<Agent> members = agents.membersOf(team);
    if (members.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Absence> absent = absences.notOverAt(now);
    return members.stream().map(agent -> member(agent, absent, now)).toList();
  }

  /** One agent, wherever they work; also one who left. */
  public Optional<Member> find(AgentId id) {
    Instant now = clock.instant();
    return agents.find(id).map(agent -> member(agent, absences.notOverAt(now), now));
  }

  /** Whether somebody who had tickets does not work here any more. */
  public boolean hasLeft(AgentId id) {
    return agents.find(id).filter(Agent::hasLeft).isPresent();
  }

  /** The absence an agent is in, if they are. */
  public Optional<Absence> absenceOf(AgentId agent) {
    Instant now = clock.instant();
    return absences.notOverAt(now).stream()
        .filter(absence -> absence.agent().equals(agent) && absence.isAt(now))
        .findFirst();
  }

  private static Member member(Agent agent, List<Absence> absences, Instant now) {
    if (agent.hasLeft()) {
      return new Member(agent, Presence.LEFT, Optional.empty());
    }
    Optional<Instant> absentUntil =
        absences.stream()
            .filter(absence -> absence.agent().equals(agent.id()) && absence.isAt(now))
            .map(Absence::until)
            .max(Instant::compareTo);
    if (absentUntil.isPresent()) {
      return new Member(agent, Presence.ABSENT, absentUntil);
    }
    if (!agent.workingWeek().covers(now, agent.zone())) {
      return new Member(
          agent, Presence.OFF_SHIFT, agent.workingWeek().nextStart(now, agent.zone()));
    }
    return new Member(
        agent, agent.isAvailable() ? Presence.ON_DUTY : Presence.AWAY, Optional.empty());
  }
}
