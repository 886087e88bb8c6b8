package org.tierline.assignment;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Roster;
import org.tierline.agent.Skill;
import org.tierline.ticket.Category;
import org.tierline.ticket.Demand;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.WorkInHand;

/**
 * The members of a team and their work, counted while the team's turn is held. Keeps count of what
 * it gives out, so that one look serves a whole queue.
 */
final class Bench {

  private final List<Agent> members;
  private final Weights.Scale scale;
  private final Demand speaking;
  private final Map<AgentId, Candidate> onDuty = new LinkedHashMap<>();

  /**
   * @param work what the members on duty have to work on
   * @param speaking how much a ticket's language counts
   */
  Bench(List<Roster.Member> members, List<WorkInHand> work, Weights.Scale scale, Demand speaking) {
    this.members = members.stream().map(Roster.Member::agent).toList();
    this.scale = scale;
    this.speaking = speaking;
    Map<AgentId, Integer> loads =
        work.stream()
            .collect(
                toMap(
                    WorkInHand::agent,
                    w -> scale.weigh(w.category(), w.priority()) * w.tickets(),
                    Integer::sum));
    members.stream()
        .filter(Roster.Member::isOnDuty)
        .map(Roster.Member::agent)
        .forEach(
            agent ->
                onDuty.put(
                    agent.id(),
                    new Candidate(
                        agent.id(),
                        agent.skills(),
                        agent.languages().stream().map(Bench::primary).collect(toSet()),
                        agent.isSenior(),
                        loads.getOrDefault(agent.id(), 0),
                        agent.capacity())));
  }

  /** Whether anybody could take this ticket now. */
  boolean canTake(Ticket ticket) {
    return choose(ticket, needOf(ticket), Optional.empty()).isPresent();
  }

  /** Who takes this ticket; nobody is asked who had it and handed it away. */
  Optional<Candidate> choose(Ticket ticket, Need need, Optional<AgentId> servedLast) {
    Set<AgentId> former = ticket.ownership().formerOwners();
    return AssignmentPolicy.choose(
        need,
        onDuty.values().stream().filter(c -> !former.contains(c.agent())).toList(),
        servedLast);
  }

  void give(AgentId agent, Need need) {
    onDuty.computeIfPresent(agent, (id, candidate) -> candidate.plus(need.weight()));
  }

  /** Whether it makes sense to ask for anything at all. */
  boolean hasRoom() {
    return onDuty.values().stream().anyMatch(candidate -> candidate.hasRoomFor(1));
  }

  /** Whether nobody is left who has not had it and handed it away. */
  boolean isExhaustedFor(Ticket ticket) {
    Set<AgentId> former = ticket.ownership().formerOwners();
    return !former.isEmpty() && members.stream().map(Agent::id).allMatch(former::contains);
  }

  /** What nobody in the whole team has cannot be asked for: the ticket would wait for ever. */
  Need needOf(Ticket ticket) {
    Optional<String> language =
        ticket
            .origin()
            .language()
            .map(Locale::getLanguage)
            .filter(l -> somebody(a -> speaks(a, l)));
    return new Need(
        skillFor(ticket),
        language,
        language.isEmpty() ? Demand.ANY : speaking,
        somebody(Agent::isSenior) ? ticket.ownership().seniority() : Demand.ANY,
        Math.max(1, scale.weigh(ticket.category(), ticket.priority())));
  }

  private Optional<Skill> skillFor(Ticket ticket) {
    return Stream.of(ticket.category())
        .filter(category -> !category.equals(Category.GENERAL))
        .map(category -> new Skill(category.code()))
        .filter(skill -> somebody(a -> a.skills().isEmpty() || a.skills().contains(skill)))
        .findAny();
  }

  private boolean somebody(Predicate<Agent> wanted) {
    return members.stream().anyMatch(wanted);
  }

  private static boolean speaks(Agent agent, String language) {
    return agent.languages().stream().anyMatch(tag -> primary(tag).equals(language));
  }

  private static String primary(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
