package org.tierline.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.AgentId;
import org.tierline.agent.ArrangeTeam;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.EnlistAgent;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.PlanAbsence;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.assignment.DissolveTeam;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.ticket.Category;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

class AgentsApiTest {

  private static final String NIA =
      """
      {"name":"Nia Quist","email":"nia@acme.example","team":"tier2","capacity":20,"zone":"UTC"}""";

  private static final Caller ADMIN = new Caller("admin", Set.of("staff", "camunda-admin"));

  private final TestClock clock = new TestClock();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryAbsences absences = new InMemoryAbsences();
  private final RecordedFacts facts = new RecordedFacts();
  private final InMemoryTeams teams = new InMemoryTeams();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final AgentViews views =
      new AgentViews(agents, teams, new Roster(agents, absences, clock), absences, clock);
  private final ApiInMemory api =
      new ApiInMemory(
          new AgentsResource(
              views,
              new ChangeAvailability(agents, facts),
              new PlanAbsence(agents, absences, facts, clock),
              new Enlisting(views, new EnlistAgent(agents, teams, accounts, facts)),
              new LetAgentGo(agents, accounts, facts, clock)),
          new TeamsResource(
              teams,
              new Teamwork(
                  new ArrangeTeam(teams, accounts),
                  new DissolveTeam(teams, agents, accounts, tickets, this::modelsNaming, clock))),
          new MeResource(agents, teams, new ChangeAvailability(agents, facts)));

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
  void aLeadEnlistsSomebodyNewAndSeesTheirFirstPasswordOnce() {
    assertThat(api.as(Caller.ANA).put("/api/v1/agents/nia", NIA).getStatus()).isEqualTo(403);

    MockHttpResponse created = api.as(Caller.LENA).put("/api/v1/agents/nia", NIA);
    MockHttpResponse again = api.put("/api/v1/agents/nia", NIA);

    assertThat(created.getStatus()).isEqualTo(201);
    assertThat(json(created).get("name").asText()).isEqualTo("Nia Quist");
    assertThat(json(created).get("email").asText()).isEqualTo("nia@acme.example");
    assertThat(json(created).get("presence").asText()).isEqualTo("ON_DUTY");
    assertThat(json(created).get("firstPassword").asText()).isEqualTo("first-password-of-nia");
    assertThat(again.getStatus()).isEqualTo(200);
    assertThat(json(again).get("firstPassword").isNull()).isTrue();
    assertThat(json(api.get("/api/v1/agents/nia")).get("firstPassword").isNull()).isTrue();
    assertThat(accounts.groupsOf(new AgentId("nia"))).containsExactly("staff", "tier2");
  }

  /** A new desk has nobody else. */
  @Test
  void theAdministratorEnlistsTheFirstLead() {
    String lead = NIA.replace("tier2", "lead");

    assertThat(api.as(ADMIN).put("/api/v1/agents/nia", lead).getStatus()).isEqualTo(201);

    assertThat(agents.membersOf(TeamId.LEAD)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Nia Quist\"    | null      | name  | 400",
        "\"Nia Quist\"    | \" \"     | name  | 400",
        "nia@acme.example | nia       | email | 400",
        "nia@acme.example | tom@tierline.example | email | 422",
        "tier2            | night     | team  | 422",
        "tier2            | Tier 2    | team  | 422",
      })
  void whatIsWrongWithAnAgentIsNamed(String said, String wrong, String field, int status) {
    MockHttpResponse answer =
        api.as(Caller.LENA).put("/api/v1/agents/nia", NIA.replace(said, wrong));

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly(field);
    assertThat(agents.find(new AgentId("nia"))).isEmpty();
  }

  @Test
  void whoIsTakenOffDutyIsShownAsGone() {
    assertThat(delete(Caller.ANA, "/api/v1/agents/tom")).isEqualTo(403);
    assertThat(delete(Caller.LENA, "/api/v1/agents/nobody")).isEqualTo(404);

    assertThat(delete(Caller.LENA, "/api/v1/agents/tom")).isEqualTo(204);

    JsonNode all = json(api.as(Caller.LENA).get("/api/v1/agents")).get("agents");
    JsonNode tom = json(api.get("/api/v1/agents/tom"));
    assertThat(all.findValuesAsText("login")).containsExactly("ana");
    assertThat(tom.get("presence").asText()).isEqualTo("LEFT");
    assertThat(tom.get("left").asText()).isEqualTo("2026-11-23T09:00:00Z");
    String want = "{\"available\":true}";
    assertThat(api.put("/api/v1/agents/tom/availability", want).getStatus()).isEqualTo(404);
  }

  @Test
  void aLeadFoundsATeamAndChangesWhatItPromises() {
    String night =
        """
        {"name":"Night shift","tier":2,"answersAfterHours":1,"answersWithinHours":8}""";

    assertThat(api.as(Caller.ANA).put("/api/v1/teams/night", night).getStatus()).isEqualTo(403);
    MockHttpResponse founded = api.as(Caller.LENA).put("/api/v1/teams/night", night);
    MockHttpResponse changed =
        api.put("/api/v1/teams/night", night.replace("8}", "4,\"alertedOnArrival\":true}"));

    assertThat(founded.getStatus()).isEqualTo(201);
    assertThat(changed.getStatus()).isEqualTo(200);
    assertThat(json(changed).get("answersWithinHours").asInt()).isEqualTo(4);
    assertThat(json(changed).get("alertedOnArrival").asBoolean()).isTrue();
    assertThat(accounts.hasGroup(new TeamId("night"))).isTrue();
    assertThat(api.put("/api/v1/agents/nia", NIA.replace("tier2", "night")).getStatus())
        .isEqualTo(201);
    JsonNode me = json(api.as(new Caller("nia", Set.of("staff", "night"))).get("/api/v1/me"));
    assertThat(me.get("roles").toString()).isEqualTo("[\"staff\",\"night\"]");
    JsonNode helper =
        json(api.as(new Caller("tom", Set.of("staff", "tier1", "night"))).get("/api/v1/me"));
    assertThat(helper.get("roles").toString())
        .as("the roles of a login are also teams founded since, one's own or not")
        .isEqualTo("[\"staff\",\"tier1\",\"night\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "night         | {'name':'Night','tier':0}                          | tier | 400",
        "night         | {'name':' ','tier':1}                              | name | 400",
        "night         | {'name':'Night','tier':1,'answersAfterHours':4}    | answersWithinHours | 400",
        "night         | {'name':'Night','tier':1,'answersAfterHours':4,'answersWithinHours':2} | answersWithinHours | 400",
        "Night         | {'name':'Night','tier':1}                          | code | 400",
        "camunda-admin | {'name':'Night','tier':1}                          | code | 422",
      })
  void whatIsWrongWithATeamIsNamed(String code, String plan, String field, int status) {
    MockHttpResponse answer =
        api.as(Caller.LENA).put("/api/v1/teams/" + code, plan.replace('\'', '"'));

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly(field);
    assertThat(teams.all()).hasSize(6);
  }

  @Test
  void aTeamSomebodyNeedsIsNotDissolved() {
    Ticket ticket = TicketFixture.aTicket();
    ticket.triage(Category.GENERAL, Priority.NORMAL, new TeamId("product"), "test", MONDAY_9AM);
    tickets.add(ticket);

    assertThat(refusal("tier1")).isEqualTo("These work there: ana, tom");
    assertThat(refusal("product")).isEqualTo("It has an open ticket");
    assertThat(refusal("engineering")).isEqualTo("It gets tickets from Confirm bug");
    assertThat(delete(Caller.ANA, "/api/v1/teams/accounting")).isEqualTo(403);

    assertThat(delete(Caller.LENA, "/api/v1/teams/accounting")).isEqualTo(204);
    assertThat(delete(Caller.LENA, "/api/v1/teams/accounting")).isEqualTo(404);
    assertThat(accounts.hasGroup(new TeamId("accounting"))).isFalse();
  }

  private String refusal(String team) {
    api.as(Caller.LENA);
    MockHttpResponse answer = api.send(ApiInMemory.request("DELETE", "/api/v1/teams/" + team));
    assertThat(answer.getStatus()).isEqualTo(409);
    return json(answer).get("detail").asText();
  }

  private List<String> modelsNaming(TeamId team) {
    return team.equals(TeamId.ENGINEERING) ? List.of("Confirm bug") : List.of();
  }

  private int delete(Caller caller, String path) {
    api.as(caller);
    return api.send(ApiInMemory.request("DELETE", path)).getStatus();
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
