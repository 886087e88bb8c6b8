package org.tierline.portal.sla;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentFixture;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.files.FileStoreInMemory;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;
import org.tierline.portal.ticket.SlaReport;
import org.tierline.portal.ticket.TicketViews;
import org.tierline.sla.RenewedPromises;
import org.tierline.sla.SlaPolicy;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.survey.InMemorySurveys;
import org.tierline.ticket.Author;
import org.tierline.ticket.ChangePriority;
import org.tierline.ticket.ChooseCopiesFixture;
import org.tierline.ticket.Content;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Priority;
import org.tierline.ticket.PriorityChanged;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketLeftAgent;

/** What a lead reads while the customer is on the phone. */
class TicketSlaPageTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneOffset.UTC);

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final RecordedFacts facts = new RecordedFacts();
  private final Map<SlaTarget, Duration> promised =
      new EnumMap<>(
          Map.of(
              SlaTarget.FIRST_RESPONSE, ofHours(1),
              SlaTarget.RESOLUTION, ofHours(8)));
  private final SlaDesk sla =
      new SlaDesk(
          tickets,
          customers,
          request ->
              new SlaPolicy(
                  "DetermineSlaPolicy v3, row DetermineSlaPolicy_PremiumNormal",
                  "business-hours",
                  true,
                  promised,
                  ofMinutes(30),
                  "test",
                  true),
          SlaDesk::aLadder,
          facts,
          clock);
  private final InMemoryAgents agents = new InMemoryAgents();
  private final TicketViews views =
      new TicketViews(
          tickets,
          customers,
          new InMemoryWorkList(),
          new InMemorySurveys(),
          new FileStoreInMemory(),
          new InMemoryTeams(),
          sla.readClocks,
          ChooseCopiesFixture.among(tickets, customers, agents));
  private final ApiInMemory desk =
      new ApiInMemory(
          new TicketSlaPage(
              new Pages(DESK),
              new Reader(agents),
              new SlaReport(views, sla.readDeadlines, clock),
              views,
              new ChangePriority(tickets, agents, facts, clock),
              DESK));
  private final Ticket ticket =
      new OpenTicket(
              tickets,
              new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock),
              facts,
              clock)
          .open(TicketFixture.aRequest("Printer <b>on fire</b>", "It burns."));

  @Test
  void everyTargetSaysWhenItIsDueAndWhereTheTimeWent() {
    sla.promiseResponse.promise(ticket.id());
    clock.pass(ofMinutes(30));
    say(Purpose.QUESTION);
    ticket.waitForCustomer(clock.instant());
    clock.pass(ofHours(2));
    ticket.resume("the customer answered", clock.instant());
    clock.pass(ofHours(22));

    Document page = page();

    Element solution = card(page, "Solution");
    assertThat(solution.select(".due").text()).isEqualTo("Due Tue 24 Nov, 11:00");
    assertThat(solution.select(".badge").text()).isEqualTo("in 1 h 30 min");
    assertThat(solution.select(".sum").text())
        .contains(
            "6 h 30 min of 8 h used, 1 h 30 min left",
            "Started Mon 23 Nov, 09:00",
            "the clock ran 6 h 30 min",
            "paused: waiting for the customer 2 h",
            "the calendar business-hours was closed 16 h");
    assertThat(solution.select("tbody tr")).hasSize(5);
    assertThat(solution.select("tbody tr").last().select("td").eachText())
        .containsExactly(
            "Tue 24 Nov, 09:00",
            "Tue 24 Nov, 09:30",
            "the clock ran",
            "30 min",
            "30 min",
            "6 h 30 min");
    assertThat(card(page, "First response").select(".badge").text()).isEqualTo("kept");
    assertThat(page.select("h1").text()).isEqualTo("#5001 Printer <b>on fire</b>");
    assertThat(page.text()).contains("DetermineSlaPolicy v3");
  }

  @Test
  void whatHappensIfNobodyActsStandsBelow() {
    sla.promiseResponse.promise(ticket.id());

    assertThat(page().select("section:has(h2:contains(nobody acts)) tbody tr").eachText())
        .startsWith(
            "Mon 23 Nov, 09:30 First response told: assignee, lead",
            "Mon 23 Nov, 10:00 First response told: assignee, lead; the ticket becomes more"
                + " urgent");
  }

  @Test
  void aMissedTargetSaysHowLate() {
    sla.promiseResponse.promise(ticket.id());
    clock.pass(ofMinutes(95));

    Element response = card(page(), "First response");

    assertThat(response.select(".badge.critical").text()).isEqualTo("35 min late");
    assertThat(response.select(".sum").text()).contains("1 h 35 min of 1 h used, 35 min too much");
  }

  @Test
  void aClockThatStandsHasNoDate() {
    sla.promiseResponse.promise(ticket.id());
    say(Purpose.QUESTION);
    ticket.waitForCustomer(clock.instant());
    clock.pass(ofHours(5));

    Element solution = card(page(), "Solution");

    assertThat(solution.select(".badge").text()).isEqualTo("stands still");
    assertThat(solution.select(".due").text()).isEqualTo("No date while the clock stands");
  }

  @Test
  void anotherPromiseIsNamedWhereItTookItsPlace() {
    sla.promiseResponse.promise(ticket.id());
    clock.pass(ofHours(1));
    promised.put(SlaTarget.RESOLUTION, ofHours(4));
    sla.promiseResponse.promise(ticket.id());

    Element solution = card(page(), "Solution");

    assertThat(solution.select(".sum").text()).contains("the promise was changed once");
    assertThat(solution.select("tbody tr").last().text())
        .contains("moved by DetermineSlaPolicy v3, row DetermineSlaPolicy_PremiumNormal");
  }

  @Test
  void aLeadChangesThePriorityAndWithItThePromise() {
    facts.on(
        PriorityChanged.class,
        new RenewedPromises(sla.promiseResponse, tickets, clock)::priorityChanged);
    sla.promiseResponse.promise(ticket.id());
    clock.pass(ofHours(1));
    promised.put(SlaTarget.RESOLUTION, ofHours(4));

    MockHttpResponse answer =
        desk.as(Caller.LENA)
            .postForm(
                "/desk/tickets/5001/sla/priority", "priority=CRITICAL&why=The+hall+is+burning");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
    assertThat(ticket.history())
        .anySatisfy(
            entry -> {
              assertThat(entry.kind()).isEqualTo(HistoryKind.PRIORITY_CHANGED);
              assertThat(entry.actor().id()).isEqualTo("lena");
              assertThat(entry.why()).contains("The hall is burning");
            });
    assertThat(card(page(), "Solution").select(".due").text()).isEqualTo("Due Mon 23 Nov, 13:00");
    assertThat(page().select("option[selected]").text()).isEqualTo("Critical");
  }

  @Test
  void onlyWhatBecomesLighterMakesRoomForAnother() {
    ticket.assignTo(AgentFixture.ANA, "test", clock.instant());
    desk.as(Caller.LENA);

    desk.postForm("/desk/tickets/5001/sla/priority", "priority=CRITICAL&why=fire");
    assertThat(facts.ofType(TicketLeftAgent.class)).isEmpty();
    desk.postForm("/desk/tickets/5001/sla/priority", "priority=LOW&why=smoke");

    assertThat(facts.ofType(TicketLeftAgent.class))
        .containsExactly(new TicketLeftAgent(ticket.id(), ticket.team()));
  }

  @Test
  void onlyALeadMayDoThatAndOnlyToAPriorityThereIs() {
    assertThat(
            desk.as(Caller.ANA)
                .postForm("/desk/tickets/5001/sla/priority", "priority=CRITICAL&why=x")
                .getStatus())
        .isEqualTo(403);
    assertThat(
            desk.as(Caller.LENA)
                .postForm("/desk/tickets/5001/sla/priority", "priority=GALACTIC&why=x")
                .getStatus())
        .isEqualTo(400);
  }

  @Test
  void beforeTriageNothingIsPromised() {
    assertThat(page().text()).contains("Nothing is promised yet");
  }

  private void say(Purpose purpose) {
    ticket.write(purpose, Author.of(ANA, "Ana"), Content.typed("Hi"), clock.instant());
  }

  private static Element card(Document page, String name) {
    return page.select("section.promise").stream()
        .filter(section -> section.select("h2").text().equals(name))
        .findAny()
        .orElseThrow();
  }

  private Document page() {
    MockHttpResponse answer = desk.as(Caller.LENA).get("/desk/tickets/5001/sla");
    assertThat(answer.getStatus()).isEqualTo(200);
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
