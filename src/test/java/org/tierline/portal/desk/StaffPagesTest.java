package org.tierline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.agent;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.ArrangeTeam;
import org.tierline.agent.EnlistAgent;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.RenewPassword;
import org.tierline.agent.Roster;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.assignment.DissolveTeam;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.agent.AgentViews;
import org.tierline.portal.agent.Enlisting;
import org.tierline.portal.agent.Teamwork;
import org.tierline.ticket.InMemoryTickets;

/** Where leads, and the administrator of a new desk, say who works here and in which teams. */
class StaffPagesTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneId.of("Europe/Lisbon"));

  private static final AgentId LENA = new AgentId("lena");
  private static final AgentId NIA = new AgentId("nia");
  private static final Caller ADMIN = new Caller("admin", Set.of("staff", "camunda-admin"));

  private static final String NIA_AS_TYPED =
      "login=nia&name=Nia+%3Cb%3EQuist&email=nia%40acme.example&team=tier2&capacity=12&senior=yes"
          + "&skills=billing&languages=en+pt&zone=UTC&week=";

  private final TestClock clock = new TestClock();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryTeams teams = new InMemoryTeams();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final InMemoryAbsences absences = new InMemoryAbsences();
  private final RecordedFacts facts = new RecordedFacts();
  private final Pages pages = new Pages(DESK);
  private final Reader reader = new Reader(agents);
  private final AgentViews views =
      new AgentViews(agents, teams, new Roster(agents, absences, clock), absences, clock);
  private final ApiInMemory desk =
      new ApiInMemory(
          new AgentPages(
              pages,
              reader,
              views,
              teams,
              new Enlisting(views, new EnlistAgent(agents, teams, accounts, facts)),
              new LetAgentGo(agents, accounts, facts, clock),
              new RenewPassword(agents, accounts),
              DESK),
          new TeamPages(
              pages,
              reader,
              teams,
              new Teamwork(
                  new ArrangeTeam(teams, accounts),
                  new DissolveTeam(
                      teams, agents, accounts, new InMemoryTickets(), team -> List.of(), clock))));

  @BeforeEach
  void staff() {
    agents.add(agent(ANA, TeamId.TIER1));
    agents.add(agent(LENA, TeamId.LEAD));
  }

  @Test
  void aLeadAddsAnAgentAndHandsThemTheirFirstPassword() {
    assertThat(desk.as(Caller.ANA).get("/desk/agents").getStatus()).isEqualTo(403);
    Document form = page(desk.as(Caller.LENA).get("/desk/agents/new"));
    assertThat(form.select("#team option").eachText()).contains("Tier 1", "Team leads");
    assertThat(form.select("#zone").val()).isEqualTo("Europe/Lisbon");

    MockHttpResponse added = desk.postForm("/desk/agents", NIA_AS_TYPED);

    assertThat(page(added).select("h1").text()).isEqualTo("Nia <b>Quist is here");
    assertThat(page(added).select("dd").eachText()).containsExactly("nia", "first-password-of-nia");
    assertThat(accounts.groupsOf(NIA)).containsExactly("staff", "tier2");
    Document list = page(desk.get("/desk/agents"));
    assertThat(list.select("tbody tr:contains(nia@acme.example) td").eachText())
        .containsExactly(
            "Nia <b>Quist nia",
            "tier2",
            "Available",
            "12",
            "BILLING Senior",
            "en, pt",
            "nia@acme.example");
    assertThat(list.text()).doesNotContain("first-password");
  }

  @Test
  void aLeadHandsANewPasswordToWhoLostTheirs() {
    assertThat(desk.as(Caller.ANA).postForm("/desk/agents/tom/password", "").getStatus())
        .isEqualTo(403);
    String form = "form[action$=password]";
    assertThat(page(desk.as(Caller.LENA).get("/desk/agents/ana")).select(form)).hasSize(1);

    Document answer = page(desk.postForm("/desk/agents/ana/password", ""));

    assertThat(answer.select("h1").text()).isEqualTo("A new password for Ana");
    assertThat(answer.select("dd").eachText()).containsExactly("ana", "new-password-of-ana");
    assertThat(desk.postForm("/desk/agents/nobody/password", "").getStatus()).isEqualTo(404);
  }

  @Test
  void aLeadDoesNotBecomeAnAdministratorByANewPassword() {
    accounts.open("ana", "staff", "tier1", "camunda-admin");

    MockHttpResponse refused = desk.as(Caller.LENA).postForm("/desk/agents/ana/password", "");

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(page(refused).select(".alert.bad").text()).contains("more than an agent");
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedStays() {
    desk.as(Caller.LENA);

    assertThat(problemOf("nia%40acme.example", "nia")).contains("email is not an address");
    assertThat(problemOf("nia%40acme.example", "ana%40tierline.example"))
        .contains("ana@tierline.example is the address of ana");
    assertThat(problemOf("capacity=12", "capacity=many")).contains("capacity is a whole number");
    assertThat(problemOf("team=tier2", "team=night")).contains("There is no team night");
    assertThat(problemOf("login=nia", "login=n+i+a")).contains("login is made of letters");
    assertThat(problemOf("login=nia", "login=ana")).contains("login is known already");
    assertThat(agents.find(NIA)).isEmpty();
    Document form = page(desk.postForm("/desk/agents", NIA_AS_TYPED.replace("UTC", "Moon")));
    assertThat(form.select("#name").val()).isEqualTo("Nia <b>Quist");
    assertThat(form.select("#team option[selected]").val()).isEqualTo("tier2");
    assertThat(form.select("[name=senior]").hasAttr("checked")).isTrue();
  }

  private String problemOf(String said, String wrong) {
    MockHttpResponse answer = desk.postForm("/desk/agents", NIA_AS_TYPED.replace(said, wrong));
    assertThat(answer.getStatus()).isEqualTo(422);
    return page(answer).select(".alert.bad").text();
  }

  @Test
  void aLeadChangesAnAgent() {
    Document form = page(desk.as(Caller.LENA).get("/desk/agents/ana"));
    assertThat(form.select("#name").val()).isEqualTo("Ana");
    assertThat(form.select("#team option[selected]").val()).isEqualTo("tier1");

    MockHttpResponse saved =
        desk.postForm(
            "/desk/agents/ana", NIA_AS_TYPED.replace("login=nia&", "").replace("nia%40", "ana%40"));

    assertThat(saved.getStatus()).isEqualTo(303);
    Agent ana = agents.find(ANA).orElseThrow();
    assertThat(ana.team()).isEqualTo(TeamId.TIER2);
    assertThat(ana.email()).hasToString("ana@acme.example");
    assertThat(desk.get("/desk/agents/nobody").getStatus()).isEqualTo(404);
    assertThat(desk.postForm("/desk/agents/nobody", NIA_AS_TYPED).getStatus()).isEqualTo(404);
  }

  @Test
  void whoLeavesIsInTheListOfFormerStaffAndMayComeBack() {
    assertThat(page(desk.as(Caller.LENA).get("/desk/agents/lena")).select("#leave")).isEmpty();
    assertThat(page(desk.get("/desk/agents/ana")).select("#leave")).isNotEmpty();

    assertThat(desk.postForm("/desk/agents/ana/leave", "").getStatus()).isEqualTo(303);

    Document list = page(desk.get("/desk/agents"));
    assertThat(list.select("[aria-label=Agents] tbody tr")).hasSize(1);
    assertThat(list.select("[aria-label=Who was here] td").eachText()).startsWith("Ana ana");
    Document ana = page(desk.get("/desk/agents/ana"));
    assertThat(ana.select("main form button").eachText()).contains("Bring back");
    desk.postForm("/desk/agents/ana", NIA_AS_TYPED);
    assertThat(agents.membersOf(TeamId.TIER2)).hasSize(1);
  }

  @Test
  void theAdministratorOfANewDeskIsLedToTheFirstLead() {
    var nobody = new InMemoryAgents();
    var empty =
        new ApiInMemory(
            new AgentPages(
                pages,
                new Reader(nobody),
                new AgentViews(nobody, teams, new Roster(nobody, absences, clock), absences, clock),
                teams,
                new Enlisting(views, new EnlistAgent(nobody, teams, accounts, facts)),
                new LetAgentGo(nobody, accounts, facts, clock),
                new RenewPassword(nobody, accounts),
                DESK));

    Document list = page(empty.as(ADMIN).get("/desk/agents"));

    assertThat(list.select(".alert").text()).contains("add a lead first");
    assertThat(list.select("nav a").eachAttr("href")).contains("/desk/agents", "/desk/teams");
  }

  @Test
  void everybodySeesTheTeams() {
    Document list = page(desk.as(Caller.ANA).get("/desk/teams"));

    assertThat(list.select("tbody td").eachText())
        .contains("Tier 2 specialists tier2", "24–48 hours");
    assertThat(list.select("main form")).isEmpty();
    assertThat(list.select("tbody a")).isEmpty();
    assertThat(desk.get("/desk/teams/tier2").getStatus()).isEqualTo(403);
  }

  @Test
  void aLeadFoundsATeam() {
    MockHttpResponse founded =
        desk.as(Caller.LENA)
            .postForm("/desk/teams", "code=night&name=Night+shift&tier=2&after=1&within=8");

    assertThat(founded.getStatus()).isEqualTo(303);
    assertThat(page(desk.get("/desk/teams")).select("tr:contains(night) td").eachText())
        .containsExactly("Night shift night", "2", "1–8 hours", "The agent who gets it");
    assertThat(page(desk.get("/desk/agents/new")).select("#team option").eachText())
        .contains("Night shift");
    MockHttpResponse twice = desk.postForm("/desk/teams", "code=night&name=Night&tier=2");
    assertThat(page(twice).select(".alert.bad").text()).contains("code is a team already");
    MockHttpResponse wrong = desk.postForm("/desk/teams", "code=late&name=Late&tier=2&after=4");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(page(wrong).select(".alert.bad").text()).contains("both hours or neither");
    assertThat(page(wrong).select("#name").val()).isEqualTo("Late");
  }

  @Test
  void aLeadChangesWhatCustomersAreTold() {
    Document form = page(desk.as(Caller.LENA).get("/desk/teams/tier2"));
    assertThat(form.select("#after").val()).isEqualTo("24");

    desk.postForm("/desk/teams/tier2", "name=Experts&tier=2&after=2&within=8&alerted=yes");

    Team experts = teams.find(TeamId.TIER2).orElseThrow();
    assertThat(experts.name()).isEqualTo("Experts");
    assertThat(experts.expectation()).map(Object::toString).contains("2–8 hours");
    assertThat(experts.isAlertedOnArrival()).isTrue();
    assertThat(desk.get("/desk/teams/nowhere").getStatus()).isEqualTo(404);
  }

  @Test
  void aTeamWithMembersStays() {
    MockHttpResponse refused = desk.as(Caller.LENA).postForm("/desk/teams/tier1/dissolve", "");

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(page(refused).select(".alert.bad").text())
        .isEqualTo("Tier 1 cannot be dissolved. These work there: ana.");
    assertThat(desk.postForm("/desk/teams/product/dissolve", "").getStatus()).isEqualTo(303);
    assertThat(teams.find(new TeamId("product"))).isEmpty();
  }

  private static Document page(MockHttpResponse answer) {
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
