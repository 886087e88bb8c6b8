package org.tierline.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.DescribeAgent;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.PlanAbsence;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;

class AgentsApiTest {

  private final TestClock clock = new TestClock();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryAbsences absences = new InMemoryAbsences();
  private final RecordedFacts facts = new RecordedFacts();
  private final ApiInMemory api =
      new ApiInMemory(
          new AgentsResource(
              new AgentViews(
                  agents,
                  new InMemoryTeams(),
                  new Roster(agents, absences, clock),
                  absences,
                  clock),
              new ChangeAvailability(agents, facts),
              new PlanAbsence(agents, absences, facts, clock),
              new DescribeAgent(agents, facts)),
          new TeamsResource(new InMemoryTeams()));

  @BeforeEach
  void anaAndTom() {
    agents.add(agent(ANA, TeamId.TIER1));
    agents.add(agent(TOM, TeamId.TIER1));
  }

  @Test
  void everybodySeesWhoIsThere() {
    JsonNode all = json(api.as(Caller.ANA).get("/api/v1/agents")).get("agents");

    assertThat(all.findValuesAsText("login")).containsExactly("ana", "tom");
    assertThat(all.findValuesAsText("presence")).containsExactly("ON_DUTY", "ON_DUTY");
    assertThat(json(api.get("/api/v1/agents/tom")).get("name").asText()).isEqualTo("Tom");
    assertThat(api.get("/api/v1/agents/nobody").getStatus()).isEqualTo(404);
  }

  @Test
  void everybodySpeaksForThemselvesAndALeadForAll() {
    String away = "{\"available\":false}";

    JsonNode own = json(api.as(Caller.ANA).put("/api/v1/agents/ana/availability", away));
    MockHttpResponse others = api.put("/api/v1/agents/tom/availability", away);
    JsonNode byLead = json(api.as(Caller.LENA).put("/api/v1/agents/tom/availability", away));

    assertThat(own.get("presence").asText()).isEqualTo("AWAY");
    assertThat(others.getStatus()).isEqualTo(403);
    assertThat(byLead.get("presence").asText()).isEqualTo("AWAY");
    assertThat(api.put("/api/v1/agents/nobody/availability", away).getStatus()).isEqualTo(404);
  }

  @Test
  void anAbsenceIsPlannedShownAndTakenBack() {
    String holidays =
        """
        {"from":"2026-11-23T08:00:00Z","until":"2026-11-30T08:00:00Z","reason":"holidays"}""";

    MockHttpResponse planned = api.as(Caller.ANA).post("/api/v1/agents/ana/absences", holidays);
    JsonNode ana = json(api.get("/api/v1/agents/ana"));

    assertThat(planned.getStatus()).isEqualTo(201);
    assertThat(ana.get("presence").asText()).isEqualTo("ABSENT");
    assertThat(ana.get("back").asText()).isEqualTo("2026-11-30T08:00:00Z");
    assertThat(ana.at("/absences/0/reason").asText()).isEqualTo("holidays");
    assertThat(api.as(Caller.TOM).post("/api/v1/agents/ana/absences", holidays).getStatus())
        .isEqualTo(403);

    String path = "/api/v1/agents/ana/absences/" + json(planned).get("id").asText();
    assertThat(api.send(ApiInMemory.request("DELETE", path)).getStatus()).isEqualTo(403);
    api.as(Caller.ANA);
    assertThat(api.send(ApiInMemory.request("DELETE", path)).getStatus()).isEqualTo(204);
    assertThat(api.send(ApiInMemory.request("DELETE", path)).getStatus()).isEqualTo(404);
    assertThat(json(api.get("/api/v1/agents/ana")).get("presence").asText()).isEqualTo("ON_DUTY");
  }

  @Test
  void anAbsenceThatEndsBeforeItBeginsIsRefused() {
    MockHttpResponse answer =
        api.as(Caller.ANA)
            .post(
                "/api/v1/agents/ana/absences",
                "{\"from\":\"2026-11-25T08:00:00Z\",\"until\":\"2026-11-24T08:00:00Z\"}");

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("until");
  }

  @Test
  void aLeadSaysWhatAnAgentCanDo() {
    String profile =
        """
        {"capacity":30,"senior":true,"skills":["billing"],"languages":["en","pt-br"],
         "zone":"Europe/Lisbon","week":"mon-fri 9:00-17:00"}""";

    assertThat(api.as(Caller.ANA).put("/api/v1/agents/ana", profile).getStatus()).isEqualTo(403);
    JsonNode ana = json(api.as(Caller.LENA).put("/api/v1/agents/ana", profile));

    assertThat(ana.get("capacity").asInt()).isEqualTo(30);
    assertThat(ana.get("senior").asBoolean()).isTrue();
    assertThat(ana.at("/skills/0").asText()).isEqualTo("BILLING");
    assertThat(ana.at("/languages/1").asText()).isEqualTo("pt-BR");
    assertThat(ana.get("week").asText()).isEqualTo("MON-FRI 09:00-17:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"capacity\":5000,\"zone\":\"UTC\"}                         | capacity",
        "{\"capacity\":30,\"zone\":\"Moon\"}                          | zone",
        "{\"capacity\":30,\"zone\":\"UTC\",\"skills\":[\"a b\"]}      | skills",
        "{\"capacity\":30,\"zone\":\"UTC\",\"languages\":[\"?\"]}     | languages",
        "{\"capacity\":30,\"zone\":\"UTC\",\"week\":\"all day\"}      | week",
      })
  void aProfileThatMakesNoSenseIsRefusedByTheNameOfItsField(String profile, String field) {
    MockHttpResponse answer = api.as(Caller.LENA).put("/api/v1/agents/ana", profile);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly(field);
  }

  @Test
  void theTeamsAreListedByTier() {
    JsonNode teams = json(api.as(Caller.ANA).get("/api/v1/teams")).get("teams");

    assertThat(teams.findValuesAsText("code")).startsWith("tier1").endsWith("lead");
    assertThat(teams.at("/3/answersWithinHours").asInt()).isEqualTo(48);
  }

  private static JsonNode json(MockHttpResponse answer) {
    try {
      return new ObjectMapper().readTree(answer.getContentAsString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
