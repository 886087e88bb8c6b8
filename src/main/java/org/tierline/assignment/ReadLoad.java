package org.tierline.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tierline.agent.AgentId;
import org.tierline.agent.Presence;
import org.tierline.agent.Roster;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;
import org.tierline.ticket.StandingWork;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.Tickets;

/** Use case: see how much every team and agent has to do, in one look at the unfinished tickets. */
@ApplicationScoped
@Transactional
public class ReadLoad {

  private static final Set<TicketStatus> IN_WORK = EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN);
  private static final Set<TicketStatus> WAITING =
      EnumSet.of(TicketStatus.WAITING_FOR_CUSTOMER, TicketStatus.WITH_ENGINEERING);

  private final Tickets tickets;
  private final Teams teams;
  private final Roster roster;
  private final Weights weights;
  private final Clock clock;

  @Inject
  public ReadLoad(Tickets tickets, Teams teams, Roster roster, Weights weights, Clock clock) {
    this.tickets = tickets;
    this.teams = teams;
    this.roster = roster;
    this.weights = weights;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReadLoad() {
    this(null, null, null, null, null);
  }

  /**
   * What one agent has.
   *
   * @param back when they are expected again, if that is known
   * @param load the weight of the tickets they have to work on now
   * @param open the tickets they have to work on now
   * @param waiting their tickets that wait for a customer or for engineering
   * @param overdue those of both that have missed what was promised
   */
  public record AgentLoad(
      AgentId agent,
      String name,
      Presence presence,
      Optional<Instant> back,
      int load,
      int capacity,
      int open,
      int waiting,
      int overdue) {}

  /**
   * What one team has.
   *
   * @param queued tickets without an owner
   * @param oldestQueued when the first of them was opened
   */
  public record TeamLoad(
      TeamId team,
      String name,
      int queued,
      Optional<Instant> oldestQueued,
      int overdueQueued,
      List<AgentLoad> agents) {

    public int load() {
      return agents.stream().mapToInt(AgentLoad::load).sum();
    }

    /** What those who are at work can take together. */
    public int capacityOnDuty() {
      return agents.stream()
          .filter(agent -> agent.presence() == Presence.ON_DUTY)
          .mapToInt(AgentLoad::capacity)
          .sum();
    }
  }

  public List<TeamLoad> read() {
    List<StandingWork> standing = tickets.standing(clock.instant());
    Weights.Scale scale = weights.scale();
    return teams.all().stream().map(team -> load(team, standing, scale)).toList();
  }

  private TeamLoad load(Team team, List<StandingWork> standing, Weights.Scale scale) {
    List<StandingWork> queue =
        standing.stream()
            .filter(work -> work.team().equals(team.id()) && work.owner().isEmpty())
            .toList();
    return new TeamLoad(
        team.id(),
        team.name(),
        count(queue, work -> true),
        queue.stream().map(StandingWork::oldest).min(Instant::compareTo),
        overdue(queue.stream()),
        roster.of(team.id()).stream().map(member -> load(member, standing, scale)).toList());
  }

  private static AgentLoad load(
      Roster.Member member, List<StandingWork> standing, Weights.Scale scale) {
    List<StandingWork> own =
        standing.stream()
            .filter(work -> work.owner().filter(member.agent().id()::equals).isPresent())
            .toList();
    return new AgentLoad(
        member.agent().id(),
        member.agent().displayName(),
        member.presence(),
        member.back(),
        own.stream()
            .filter(work -> IN_WORK.contains(work.status()))
            .mapToInt(work -> work.tickets() * scale.weigh(work.category(), work.priority()))
            .sum(),
        member.agent().capacity(),
        count(own, work -> IN_WORK.contains(work.status())),
        count(own, work -> WAITING.contains(work.status())),
        overdue(own.stream()));
  }

  private static int count(List<StandingWork> all, Predicate<StandingWork> wanted) {
    return all.stream().filter(wanted).mapToInt(StandingWork::tickets).sum();
  }

  private static int overdue(Stream<StandingWork> work) {
    return work.mapToInt(StandingWork::overdue).sum();
  }
}
