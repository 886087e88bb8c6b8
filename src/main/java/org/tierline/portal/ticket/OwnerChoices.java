package org.tierline.portal.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.Presence;
import org.tierline.agent.Roster;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;
import org.tierline.ticket.HandOver;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.Tickets;

/** Reads the tickets a lead has to decide on, with whom they could be given to. */
@ApplicationScoped
@Transactional
public class OwnerChoices {

  private static final int MOST = 100;

  private final Tickets tickets;
  private final Agents agents;
  private final Teams teams;
  private final Roster roster;

  @Inject
  public OwnerChoices(Tickets tickets, Agents agents, Teams teams, Roster roster) {
    this.tickets = tickets;
    this.agents = agents;
    this.teams = teams;
    this.roster = roster;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OwnerChoices() {
    this(null, null, null, null);
  }

  /** Somebody, or some team, to choose. */
  public record Choice(String code, String name) {}

  /** What the last agent left to the next one. */
  public record Note(String by, String tried, String reproduced, String missing) {

    static Note of(HandOver handOver) {
      return new Note(
          handOver.by().name(),
          handOver.note().tried(),
          handOver.note().reproduced(),
          handOver.note().missing());
    }
  }

  /**
   * A ticket to decide on.
   *
   * @param why a lead has to
   * @param owner who works on it all the same, if somebody does
   * @param ownerLogin the same by their login
   * @param agents of the ticket's own team
   * @param teams the others
   */
  public record Undecided(
      long number,
      String subject,
      Priority priority,
      String team,
      String why,
      Instant createdAt,
      @Nullable String owner,
      @Nullable String ownerLogin,
      @Nullable Note note,
      List<Choice> agents,
      List<Choice> teams) {}

  public List<Undecided> waiting() {
    List<Team> all = teams.all();
    return tickets.forLeads(MOST).stream().map(ticket -> undecided(ticket, all)).toList();
  }

  /** One ticket to decide on once more, whoever has it by now; empty when it is over. */
  public Optional<Undecided> again(TicketId id) {
    return Optional.of(tickets.get(id))
        .filter(ticket -> ticket.status() == TicketStatus.OPEN)
        .map(ticket -> undecided(ticket, teams.all()));
  }

  private Undecided undecided(Ticket ticket, List<Team> all) {
    return new Undecided(
        ticket.number().value(),
        ticket.subject(),
        ticket.priority(),
        name(ticket.team(), all),
        why(ticket),
        ticket.createdAt(),
        ticket.assignee().map(this::nameOf).orElse(null),
        ticket.assignee().map(AgentId::value).orElse(null),
        ticket.lastHandOver().map(Note::of).orElse(null),
        roster.of(ticket.team()).stream().map(OwnerChoices::choice).toList(),
        all.stream()
            .filter(team -> !team.id().equals(ticket.team()))
            .map(team -> new Choice(team.id().value(), team.name()))
            .toList());
  }

  private String nameOf(AgentId owner) {
    return agents.find(owner).map(Agent::displayName).orElse(owner.value());
  }

  private static Choice choice(Roster.Member member) {
    String state =
        member.presence() == Presence.ON_DUTY
            ? ""
            : " (" + member.presence().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    return new Choice(member.agent().id().value(), member.agent().displayName() + state);
  }

  private static String name(TeamId id, List<Team> all) {
    return all.stream()
        .filter(team -> team.id().equals(id))
        .map(Team::name)
        .findFirst()
        .orElse(id.value());
  }

  private static String why(Ticket ticket) {
    return ticket
        .ownership()
        .leadCalledWhy()
        .orElseGet(
            () ->
                ticket.history().stream()
                    .filter(entry -> entry.kind() == HistoryKind.ESCALATED)
                    .reduce((earlier, later) -> later)
                    .flatMap(HistoryEntry::why)
                    .map(why -> why.lines().findFirst().orElse(why))
                    .orElse("it came to the leads"));
  }
}
