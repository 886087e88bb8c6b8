package org.tierline.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tierline.platform.events.Facts;

/** Use case: an agent will be away, or comes back earlier than planned. */
@ApplicationScoped
@Transactional
public class PlanAbsence {

  private final Agents agents;
  private final Absences absences;
  private final Facts facts;
  private final Clock clock;

  @Inject
  public PlanAbsence(Agents agents, Absences absences, Facts facts, Clock clock) {
    this.agents = agents;
    this.absences = absences;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected PlanAbsence() {
    this(null, null, null, null);
  }

  /**
   * @throws NotAnAgentException if this staff member takes no tickets
   * @throws IllegalArgumentException if it is over already, or ends before it begins
   */
  public Absence plan(AgentId agent, Instant from, Instant until, String reason, AgentId by)
      throws NotAnAgentException {
    if (agents.find(agent).filter(member -> !member.hasLeft()).isEmpty()) {
      throw new NotAnAgentException(agent);
    }
    if (!until.isAfter(clock.instant())) {
      throw new IllegalArgumentException("This absence is over already");
    }
    Absence absence = new Absence(agent, from, until, reason, by);
    absences.add(absence);
    return absence;
  }

  /**
   * Takes back one to come, ends one under way. One that is gone or over is no error.
   *
   * @return whether the agent has such an absence
   */
  public boolean cancel(AgentId agent, UUID id) {
    Instant now = clock.instant();
    Optional<Absence> planned =
        absences.find(id).filter(a -> a.agent().equals(agent) && a.until().isAfter(now));
    planned.ifPresent(
        absence -> {
          if (absence.isAt(now)) {
            absence.endAt(now);
            agents
                .find(agent)
                .ifPresent(back -> facts.announce(new AgentBecameAvailable(agent, back.team())));
          } else {
            absences.remove(absence);
          }
        });
    return planned.isPresent();
  }
}
