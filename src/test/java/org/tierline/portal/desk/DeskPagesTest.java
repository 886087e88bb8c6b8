package org.tierline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentFixture;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.agent.TeamId;
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
import org.tierline.portal.ticket.TicketViews;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.survey.InMemorySurveys;
import org.tierline.ticket.ChooseCopiesFixture;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

class DeskPagesTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneId.of("UTC"));

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final RecordedFacts facts = new RecordedFacts();
  private final OpenTicket openTicket =
      new OpenTicket(
          tickets,
          new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock),
          facts,
          clock);
  private final SlaDesk sla =
      new SlaDesk(
          tickets,
          customers,
          request -> SlaFixture.policy("p", Duration.ofHours(1), Duration.ofHours(8)),
          SlaDesk::aLadder,
          facts,
          clock);
  private final ApiInMemory desk =
      new ApiInMemory(
          new DeskPages(
              new Pages(DESK),
              new Reader(agents),
              new TicketViews(
                  tickets,
                  customers,
                  new InMemoryWorkList(),
                  new InMemorySurveys(),
                  new FileStoreInMemory(),
                  new InMemoryTeams(),
                  sla.readClocks,
                  ChooseCopiesFixture.among(tickets, customers, agents)),
              new StaffNames(agents, new InMemoryTeams()),
              DESK,
              clock),
          new AvailabilityPages(
              new Pages(DESK),
              new Reader(agents),
              null,
              new ChangeAvailability(agents, facts),
              null,
              null));

  @Test
  void listsTicketsNewestFirst() {
    openTicket.open(TicketFixture.aRequest("Printer on fire", "It burns."));
    openTicket.open(TicketFixture.aRequest("Invoice missing", "Where is it?"));

    Document page = page(desk.as(Caller.ANA).get("/desk/"));

    assertThat(page.select("tbody tr td:nth-child(2)").eachText())
        .containsExactly("Invoice missing", "Printer on fire");
  }

  @Test
  void keepsWhatWasSearchedForAndLeadsToTheNextPage() {
    for (int i = 0; i < 30; i++) {
      openTicket.open(TicketFixture.aRequest("a & b \"c\" " + i, "x"));
    }

    Document page = page(desk.as(Caller.ANA).get("/desk/?q=a%20%26%20b&status=NEW"));

    assertThat(page.select("#q").attr("value")).isEqualTo("a & b");
    assertThat(page.select("option[selected]").text()).isEqualTo("New");
    String next = page.select("a[rel=next]").attr("href");
    assertThat(next).startsWith("/desk/?").contains("status=NEW", "page=1");
    Document nextPage = page(desk.get(next));
    assertThat(nextPage.select("#q").attr("value")).isEqualTo("a & b");
    assertThat(nextPage.select("tbody tr")).hasSize(5);
    assertThat(nextPage.select("a[rel=prev]").attr("href")).contains("page=0");
  }

  @Test
  void showsNamesAndWhatIsLate() {
    agents.add(AgentFixture.agent(AgentFixture.ANA, TeamId.TIER1));
    anas("Printer on fire");
    clock.pass(Duration.ofMinutes(61));

    Document page = page(desk.as(Caller.ANA).get("/desk/"));

    assertThat(page.select("tbody tr").eachText())
        .singleElement()
        .asString()
        .contains("late Mon 23 Nov, 10:00", "Tier 1 Ana");
  }

  @Test
  void anAgentAsksForTheirOwnInTheOrderTheyAreDue() {
    agents.add(AgentFixture.agent(AgentFixture.ANA, TeamId.TIER1));
    anas("First");
    clock.pass(Duration.ofMinutes(5));
    anas("Second");
    openTicket.open(TicketFixture.aRequest("In the queue", "x"));

    Document mine = page(desk.as(Caller.ANA).get("/desk/?assignee=me&team=tier1&order=due"));

    assertThat(mine.select("tbody tr td:nth-child(2)").eachText())
        .containsExactly("First", "Second");
    assertThat(mine.select("option[selected]").eachText())
        .containsExactly("Mine", "Tier 1", "Due first");
    assertThat(page(desk.get("/desk/?assignee=tom")).select("tbody tr")).isEmpty();
    assertThat(desk.get("/desk/?assignee=%3Cb%3E").getStatus()).isEqualTo(400);
  }

  private void anas(String subject) {
    Ticket ticket = tickets.get(openTicket.open(TicketFixture.aRequest(subject, "It burns.")).id());
    ticket.assignTo(AgentFixture.ANA, "her turn", clock.instant());
    sla.promiseResponse.promise(ticket.id());
  }

  @Test
  void aCustomersSubjectIsText() {
    openTicket.open(TicketFixture.aRequest("<img src=x onerror=alert(1)>", "x"));

    Document page = page(desk.as(Caller.ANA).get("/desk/?q=%22%3E%3Cscript%3E"));
    Document list = page(desk.get("/desk/"));

    assertThat(page.select("script:not([src^=/assets/])")).isEmpty();
    assertThat(list.select("img")).isEmpty();
  }

  @Test
  void anAgentStepsAwayByOneButton() {
    agents.add(AgentFixture.agent(AgentFixture.ANA, TeamId.TIER1));
    assertThat(page(desk.as(Caller.ANA).get("/desk/")).select("nav .badge").text())
        .isEqualTo("Available");

    desk.postForm("/desk/availability", "available=no");

    assertThat(page(desk.get("/desk/")).select("nav .badge").text()).isEqualTo("Away");
  }

  @Test
  void whatWaitsForALeadIsOfferedToLeadsOnly() {
    Document forAna = page(desk.as(Caller.ANA).get("/desk/"));
    Document forLena = page(desk.as(Caller.LENA).get("/desk/"));

    assertThat(forAna.select("nav a[href=/desk/quarantine]")).isEmpty();
    assertThat(forLena.select("nav a[href=/desk/quarantine]")).hasSize(1);
  }

  @Test
  void oneTicketIsTheSameComponentAsInTasklist() {
    openTicket.open(TicketFixture.aRequest("Printer on fire", "It burns."));

    Document page = page(desk.as(Caller.ANA).get("/desk/tickets/5001"));

    assertThat(page.select("tierline-ticket").attr("number")).isEqualTo("5001");
    assertThat(desk.get("/desk/tickets/4711").getStatus()).isEqualTo(404);
  }

  private static Document page(MockHttpResponse answer) {
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
