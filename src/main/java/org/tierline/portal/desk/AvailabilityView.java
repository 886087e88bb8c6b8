package org.tierline.portal.desk;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.portal.Times;
import org.tierline.portal.agent.AgentJson;

/**
 * One agent's page: when they work, and what they can do.
 *
 * @param mayDescribe the reader is a lead
 * @param colleagues empty on the page of another agent
 */
record AvailabilityView(
    Reader.Who who,
    boolean isAvailability,
    AgentJson agent,
    String state,
    String tone,
    String back,
    String week,
    List<Away> absences,
    boolean hasNoAbsence,
    boolean mayDescribe,
    String skills,
    String languages,
    List<Colleague> colleagues,
    boolean hasColleagues,
    @Nullable String problem) {

  static AvailabilityView of(
      AgentJson agent,
      List<Colleague> colleagues,
      Reader.Who who,
      boolean mayDescribe,
      @Nullable String problem) {
    ZoneId zone = ZoneId.of(agent.zone());
    var presence = PresenceWords.of(agent.presence());
    return new AvailabilityView(
        who,
        true,
        agent,
        presence.state(),
        presence.tone(),
        agent.back() == null ? "" : Times.moment(agent.back(), zone),
        agent.week().isEmpty() ? "Any time" : agent.week(),
        agent.absences().stream().map(away -> Away.of(away, zone)).toList(),
        agent.absences().isEmpty(),
        mayDescribe,
        String.join(", ", agent.skills()),
        String.join(", ", agent.languages()),
        colleagues,
        !colleagues.isEmpty(),
        problem);
  }

  /** A planned absence. */
  record Away(String id, String from, String until, String reason) {

    static Away of(AgentJson.AbsenceJson away, ZoneId zone) {
      return new Away(
          away.id(),
          Times.moment(away.from(), zone),
          Times.moment(away.until(), zone),
          away.reason());
    }
  }

  /** One colleague in the list. */
  record Colleague(
      String login, String name, String team, String state, String tone, String back, String week) {

    static Colleague of(AgentJson agent) {
      var presence = PresenceWords.of(agent.presence());
      return new Colleague(
          agent.login(),
          agent.name(),
          agent.team(),
          presence.state(),
          presence.tone(),
          agent.back() == null ? "" : Times.moment(agent.back(), ZoneId.of(agent.zone())),
          agent.week().isEmpty() ? "any time" : agent.week());
    }

    static List<Colleague> all(List<AgentJson> agents) {
      return agents.stream().map(Colleague::of).toList();
    }
  }

  /** The page of staff who take no tickets themselves. */
  record OfColleagues(
      Reader.Who who, boolean isAvailability, List<Colleague> colleagues, boolean mayDescribe) {}
}
