package org.tierline.portal.agent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Absence;
import org.tierline.agent.Agent;
import org.tierline.agent.Presence;
import org.tierline.agent.Roster;
import org.tierline.agent.Skill;

/**
 * An agent, as colleagues know them.
 *
 * @param presence {@code ON_DUTY}, {@code AWAY}, {@code OFF_SHIFT}, {@code ABSENT} or {@code LEFT}
 * @param back when they are expected again, if that is known
 * @param available whether they want work
 * @param week their shifts, such as {@code MON-FRI 09:00-17:00}; empty for any time
 * @param left when they were taken off duty for good
 * @param firstPassword said once, in the answer that opened their account
 */
public record AgentJson(
    String login,
    String name,
    String team,
    Presence presence,
    @Nullable Instant back,
    boolean available,
    int capacity,
    boolean senior,
    List<String> skills,
    List<String> languages,
    String zone,
    String week,
    List<AbsenceJson> absences,
    String email,
    @Nullable Instant left,
    @Nullable String firstPassword) {

  /** An absence under way or to come. */
  public record AbsenceJson(String id, Instant from, Instant until, String reason) {

    static AbsenceJson of(Absence absence) {
      return new AbsenceJson(
          absence.id().toString(), absence.from(), absence.until(), absence.reason());
    }
  }

  static AgentJson of(Roster.Member member, List<Absence> absences) {
    Agent agent = member.agent();
    return new AgentJson(
        agent.id().value(),
        agent.displayName(),
        agent.team().value(),
        member.presence(),
        member.back().orElse(null),
        agent.isAvailable(),
        agent.capacity(),
        agent.isSenior(),
        agent.skills().stream().map(Skill::code).sorted().toList(),
        agent.languages().stream().sorted().toList(),
        agent.zone().getId(),
        agent.workingWeek().toString(),
        absences.stream()
            .filter(absence -> absence.agent().equals(agent.id()))
            .map(AbsenceJson::of)
            .toList(),
        agent.email().value(),
        agent.leftAt().orElse(null),
        null);
  }

  AgentJson withFirstPassword(@Nullable String password) {
    return new AgentJson(
        login, name, team, presence, back, available, capacity, senior, skills, languages, zone,
        week, absences, email, left, password);
  }
}
