package org.tierline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.DescribeAgent;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.agent.PlanAbsence;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkResult;
import org.tierline.assignment.ReadLoad;
import org.tierline.assignment.WeightsFixture;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.escalation.DecideOwner;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.files.FileStoreInMemory;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.agent.AgentViews;
import org.tierline.portal.ticket.OwnerChoices;
import org.tierline.portal.ticket.TicketViews;
import org.tierline.sla.InMemoryPromises;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.SlaFixture;
import org.tierline.survey.InMemorySurveys;
import org.tierline.ticket.Category;
import org.tierline.ticket.ChooseCopiesFixture;
import org.tierline.ticket.HandOverNote;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

/** The pages around whose a ticket is: availability, load and decisions. */
class OwnerPagesTest {

  private static final AgentId LENA = new AgentId("lena");

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneId.of("UTC"));

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryAbsences absences = new InMemoryAbsences();
  private final InMemoryTeams teams = new InMemoryTeams();
  private final InMemoryWorkList workList = new InMemoryWorkList();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final RecordedFacts facts = new RecordedFacts();
  private final Roster roster = new Roster(agents, absences, clock);
  private final Pages pages = new Pages(DESK);
  private final Reader reader = new Reader(agents);
  private final ApiInMemory desk =
      new ApiInMemory(
          new AvailabilityPages(
              pages,
              reader,
              new AgentViews(agents, teams, roster, absences, clock),
              new ChangeAvailability(agents, facts),
              new PlanAbsence(agents, absences, facts, clock),
              new DescribeAgent(agents, facts)),
          new LoadPages(
              pages,
              reader,
              new ReadLoad(tickets, teams, roster, WeightsFixture.BY_PRIORITY, clock),
              java.util.List::of,
              DESK,
              clock),
          new DecisionPages(
              pages,
              reader,
              new OwnerChoices(tickets, agents, teams, roster),
              new TicketViews(
                  tickets,
                  customers,
                  workList,
                  new InMemorySurveys(),
                  new FileStoreInMemory(),
                  teams,
                  new ReadClocks(new InMemoryPromises(), SlaFixture.CALENDARS, clock),
                  ChooseCopiesFixture.among(tickets, customers, agents)),
              new DecideOwner(tickets, agents, workList, facts, clock),
              clock));

  @BeforeEach
  void staff() {
    agents.add(agent(ANA, TeamId.TIER1));
    agents.add(agent(TOM, TeamId.TIER1));
    agents.add(agent(LENA, TeamId.LEAD));
  }

  @Test
  void anAgentPlansAnAbsenceInTheTimeOfTheirZoneAndTakesItBack() {
    MockHttpResponse planned =
        desk.as(Caller.ANA)
            .postForm(
                "/desk/availability/ana/absences",
                "from=2026-11-24T09%3A00&until=2026-11-27T17%3A00&reason=%3Cb%3Eski%3C%2Fb%3E");

    assertThat(planned.getStatus()).isEqualTo(303);
    Document page = page(desk.get("/desk/availability"));
    assertThat(page.select("#absences + .scroll tbody td").eachText())
        .startsWith("Tue 24 Nov, 09:00", "Fri 27 Nov, 17:00", "<b>ski</b>");

    desk.postForm(page.select("form[action$=cancel]").attr("action"), "");
    assertThat(absences.notOverAt(MONDAY_9AM)).isEmpty();
  }

  @Test
  void anAbsenceThatMakesNoSenseIsRefusedInWords() {
    MockHttpResponse answer =
        desk.as(Caller.ANA).postForm("/desk/availability/ana/absences", "from=&until=");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(page(answer).select(".alert.bad").text()).contains("with a day and a time");
  }

  @Test
  void onlyALeadChangesWhatOthersDo() {
    assertThat(desk.as(Caller.ANA).get("/desk/availability/tom").getStatus()).isEqualTo(403);
    assertThat(desk.postForm("/desk/availability/tom/presence", "available=no").getStatus())
        .isEqualTo(403);
    assertThat(desk.postForm("/desk/availability/ana/profile", "capacity=99").getStatus())
        .isEqualTo(403);

    desk.as(Caller.LENA)
        .postForm(
            "/desk/availability/tom/profile",
            "capacity=12&senior=yes&skills=billing,%20bug&languages=en%20de&zone=UTC"
                + "&week=MON-FRI%2009:00-17:00");
    Document tom = page(desk.get("/desk/availability/tom"));

    assertThat(tom.select("#capacity").val()).isEqualTo("12");
    assertThat(tom.select("#skills").val()).isEqualTo("BILLING, BUG");
    assertThat(tom.select("[name=senior]").hasAttr("checked")).isTrue();
    assertThat(tom.select("#week").val()).isEqualTo("MON-FRI 09:00-17:00");
    MockHttpResponse wrong =
        desk.postForm("/desk/availability/tom/profile", "capacity=12&zone=UTC&week=ever");
    assertThat(page(wrong).select(".alert.bad").text()).contains("week");
  }

  @Test
  void aLeadSeesWhoHasHowMuch() {
    assign(ANA, Priority.CRITICAL);
    assign(ANA, Priority.NORMAL).waitForCustomer(MONDAY_9AM);
    queued(TeamId.TIER1);
    clock.pass(Duration.ofHours(3));

    assertThat(desk.as(Caller.ANA).get("/desk/load").getStatus()).isEqualTo(403);
    Document load = page(desk.as(Caller.LENA).get("/desk/load"));

    assertThat(load.select(".figures dd").eachText()).containsExactly("2", "1", "1", "0", "0");
    assertThat(load.select("section:has(#team-tier1) .heading p").text())
        .isEqualTo("1 in the queue oldest 3 h · load 5, room for 40 on duty");
    assertThat(load.select("meter[aria-label=Load of Ana]").attr("value")).isEqualTo("5");
    assertThat(load.select("tr:contains(Ana) td.number").eachText()).containsExactly("1", "1", "0");
  }

  @Test
  void aLeadOpensAColleaguesPageFromTheList() {
    Document page = page(desk.as(Caller.LENA).get("/desk/availability"));

    assertThat(page.select("#colleagues + .scroll tbody a").eachAttr("href"))
        .containsExactly(
            "/desk/availability/ana", "/desk/availability/tom", "/desk/availability/lena");
    assertThat(page.select("#colleagues + .scroll tbody a").eachText())
        .containsExactly("Ana", "Tom", "Lena");
  }

  @Test
  void aLeadGivesATicketNobodyTookToAnAgentOfItsTeam() {
    Ticket ticket = queued(TeamId.TIER1);
    ticket.callLead("nobody of tier1 was free until now", MONDAY_9AM);

    Document page = page(desk.as(Caller.LENA).get("/desk/decisions"));
    assertThat(page.select("section.card p").first().text()).contains("nobody of tier1 was free");
    assertThat(page.select("select[name=agent] option").eachText()).containsExactly("Ana", "Tom");
    String give = page.select("form[action$=give]").attr("action");
    assertThat(desk.postForm(give, "agent=lena").getStatus()).isEqualTo(422);

    assertThat(desk.postForm(give, "agent=tom").getStatus()).isEqualTo(303);

    assertThat(ticket.assignee()).contains(TOM);
    assertThat(page(desk.get("/desk/decisions")).select(".alert.good").text())
        .isEqualTo("Nothing waits for you.");
  }

  @Test
  void aLeadTakesATicketFromItsOwnerOnlyWithWhatTheNextOneNeeds() {
    Ticket ticket = assign(ANA, Priority.HIGH);
    ticket.callLead("resolution still missing", MONDAY_9AM);

    Document page = page(desk.as(Caller.LENA).get("/desk/decisions"));
    assertThat(page.select("form[action$=give] textarea[required]").eachAttr("name"))
        .containsExactly("tried", "reproduced", "missing");
    String give = page.select("form[action$=give]").attr("action");
    MockHttpResponse silent = desk.postForm(give, "owner=ana&agent=tom&tried=Water&missing=+");
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(page(silent).select(".alert.bad").text()).contains("what was tried");
    assertThat(ticket.assignee()).contains(ANA);

    assertThat(
            desk.postForm(give, "owner=ana&agent=tom&tried=Water&reproduced=Often&missing=Fire")
                .getStatus())
        .isEqualTo(303);

    assertThat(ticket.assignee()).contains(TOM);
    assertThat(ticket.lastHandOver().orElseThrow().note())
        .isEqualTo(new HandOverNote("Water", "Often", "Fire"));
  }

  @Test
  void wordsOfALeadAreNeverDroppedInSilence() {
    Ticket ticket = assign(ANA, Priority.HIGH);
    ticket.callLead("resolution still missing", MONDAY_9AM);
    String give =
        page(desk.as(Caller.LENA).get("/desk/decisions"))
            .select("form[action$=give]")
            .attr("action");

    MockHttpResponse tooLong =
        desk.postForm(
            give,
            "owner=ana&agent=tom&reproduced=Often&missing=Fire&tried=" + "long ".repeat(2_001));

    assertThat(tooLong.getStatus()).isEqualTo(422);
    assertThat(ticket.assignee()).contains(ANA);
    assertThat(ticket.lastHandOver()).isEmpty();
  }

  @Test
  void aLeadSendsATicketToAnotherTeamOnlyWithSomethingToKnow() {
    Ticket ticket = queued(TeamId.TIER1);
    ticket.callLead("nobody of tier1 was free until now", MONDAY_9AM);
    String send = "/desk/decisions/" + ticket.number().value() + "/send";

    MockHttpResponse silent = desk.as(Caller.LENA).postForm(send, "team=tier2");

    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(page(silent).select(".alert.bad").text()).contains("what the team should know");
    assertThat(page(silent).select("form[action$=give] textarea")).isEmpty();
  }

  @Test
  void aLeadSendsATicketToAnotherTeam() {
    Ticket ticket = queued(TeamId.TIER1);
    ticket.callLead("nobody of tier1 was free until now", MONDAY_9AM);
    workList.add("w1", "Task_WorkOnTicket", ticket.number().value(), Optional.empty());
    String send = "/desk/decisions/" + ticket.number().value() + "/send";

    assertThat(desk.as(Caller.LENA).postForm(send, "team=tier2&why=Knows+fire").getStatus())
        .isEqualTo(303);

    assertThat(workList.resultOf("w1"))
        .contains(new WorkResult("ESCALATE", Optional.of(TeamId.TIER2)));
    assertThat(ticket.messages())
        .last()
        .satisfies(m -> assertThat(m.text()).isEqualTo("Knows fire"));
    assertThat(desk.postForm(send, "team=tier2&why=again").getStatus()).isEqualTo(409);
    assertThat(desk.as(Caller.ANA).postForm(send, "team=tier2").getStatus()).isEqualTo(403);
  }

  @Test
  void aLeadSendsATicketThatHasAnOwnerToAnotherTeam() {
    Ticket ticket = assign(ANA, Priority.HIGH);
    ticket.callLead("resolution still missing", MONDAY_9AM);
    workList.add("w1", "Task_WorkOnTicket", ticket.number().value(), Optional.of(ANA));
    Document page = page(desk.as(Caller.LENA).get("/desk/decisions"));
    assertThat(page.select("form[action$=send] textarea[required]").eachAttr("name"))
        .containsExactly("tried", "reproduced", "missing");
    assertThat(page.select("form[action$=send] [name=owner]").val()).isEqualTo("ana");
    String send = page.select("form[action$=send]").attr("action");

    assertThat(desk.postForm(send, "owner=ana&team=tier2").getStatus()).isEqualTo(422);
    assertThat(
            desk.postForm(send, "owner=ana&team=tier2&tried=Water&reproduced=Often&missing=Fire")
                .getStatus())
        .isEqualTo(303);

    assertThat(workList.resultOf("w1"))
        .contains(new WorkResult("ESCALATE", Optional.of(TeamId.TIER2)));
    assertThat(ticket.lastHandOver().orElseThrow().note())
        .isEqualTo(new HandOverNote("Water", "Often", "Fire"));
  }

  @Test
  void aLeadWhoWasOvertakenSeesWhoHasItNowAndDecidesAgain() {
    Ticket ticket = queued(TeamId.TIER1);
    ticket.callLead("nobody of tier1 was free until now", MONDAY_9AM);
    workList.add("w1", "Task_WorkOnTicket", ticket.number().value(), Optional.empty());
    String send =
        page(desk.as(Caller.LENA).get("/desk/decisions"))
            .select("form[action$=send]")
            .attr("action");
    ticket.assignTo(TOM, "test", MONDAY_9AM);

    MockHttpResponse overtaken = desk.postForm(send, "owner=&team=tier2&why=Knows+fire");

    assertThat(overtaken.getStatus()).isEqualTo(409);
    assertThat(workList.resultOf("w1")).isEmpty();
    Document page = page(overtaken);
    assertThat(page.select(".alert.bad").text()).startsWith("Tom has it since you looked");
    assertThat(page.select("form[action$=send] [name=owner]").val()).isEqualTo("tom");
    assertThat(page.select("section.card").text()).contains("Tom works on it");
    assertThat(
            desk.postForm(send, "owner=tom&team=tier2&tried=Water&reproduced=Often&missing=Fire")
                .getStatus())
        .isEqualTo(303);
    assertThat(workList.resultOf("w1")).isPresent();
  }

  private Ticket assign(AgentId agent, Priority priority) {
    Ticket ticket = triaged(TeamId.TIER1, priority);
    ticket.assignTo(agent, "test", MONDAY_9AM);
    return ticket;
  }

  private Ticket queued(TeamId team) {
    Ticket ticket = triaged(team, Priority.NORMAL);
    ticket.queue("test", MONDAY_9AM);
    return ticket;
  }

  private Ticket triaged(TeamId team, Priority priority) {
    Ticket ticket =
        new OpenTicket(
                tickets,
                new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock),
                facts,
                clock)
            .open(TicketFixture.aRequest("Printer on fire", "It burns."));
    ticket.triage(Category.GENERAL, priority, team, "test", MONDAY_9AM);
    return ticket;
  }

  private static Document page(MockHttpResponse answer) {
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
