package org.tierline.agent;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.tierline.platform.mail.EmailAddress;

/** Named members of the test desk. */
public final class AgentFixture {

  public static final AgentId ANA = new AgentId("ana");
  public static final AgentId TOM = new AgentId("tom");
  public static final AgentId BEN = new AgentId("ben");

  private AgentFixture() {}

  public static Agent agent(AgentId id, TeamId team, String... skills) {
    return agent(id, team, 20, skills);
  }

  /** The agent as a lead describes them now. */
  public static Agent described(Agent agent, boolean senior, Set<String> languages, String week) {
    agent.describe(
        new Profile(
            agent.capacity(),
            senior,
            agent.skills(),
            languages,
            java.time.ZoneId.of("Europe/Berlin"),
            WorkingWeek.parse(week)));
    return agent;
  }

  public static Agent agent(AgentId id, TeamId team, int capacity, String... skills) {
    String login = id.value();
    return new Agent(
        id,
        login.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + login.substring(1),
        new EmailAddress(login + "@tierline.example"),
        team,
        Arrays.stream(skills).map(Skill::new).collect(Collectors.toSet()),
        Set.of("en"),
        capacity);
  }
}
