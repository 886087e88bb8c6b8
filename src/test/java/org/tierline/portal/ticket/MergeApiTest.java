package org.tierline.portal.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.aTicket;

import java.net.URI;
import java.time.ZoneOffset;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.files.FileGate;
import org.tierline.platform.files.FileSettings;
import org.tierline.platform.files.FileStoreInMemory;
import org.tierline.platform.files.VirusScanner;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.transactions.DirectTransactions;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Collisions;
import org.tierline.portal.CustomerLimits;
import org.tierline.portal.Pages;
import org.tierline.portal.request.OwnRequest;
import org.tierline.portal.request.RequestPage;
import org.tierline.sla.InMemoryPromises;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.survey.InMemorySurveys;
import org.tierline.ticket.ChooseCopiesFixture;
import org.tierline.ticket.ConfirmSolution;
import org.tierline.ticket.Content;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.MergeTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.WriteMessage;

/** What others see of a ticket that was merged into another. */
class MergeApiTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("https://desk.example"), ZoneOffset.UTC);

  private final InMemoryPromises promises = new InMemoryPromises();
  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryWorkList workList = new InMemoryWorkList();
  private final RecordedFacts facts = new RecordedFacts();
  private final RecogniseCustomer recognise =
      new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock);
  private final FileStoreInMemory files = new FileStoreInMemory();
  private final OpenTicket openTicket = new OpenTicket(tickets, recognise, facts, clock);
  private final WriteMessage writeMessage = new WriteMessage(tickets, agents, facts, clock);
  private final TicketViews views =
      new TicketViews(
          tickets,
          customers,
          workList,
          new InMemorySurveys(),
          files,
          new InMemoryTeams(),
          new ReadClocks(new InMemoryPromises(), SlaFixture.CALENDARS, clock),
          ChooseCopiesFixture.among(tickets, customers, agents));
  private final CustomerLimits limits = new CustomerLimits(100, 3, clock);
  private final ApiInMemory api =
      new ApiInMemory(
          new TicketsResource(
              views,
              writeMessage,
              new OncePerKey(new KeepAnswer(new InMemoryReceipts(), clock)),
              new SlaReport(
                  views,
                  new SlaDesk(
                          tickets,
                          customers,
                          request -> SlaFixture.policy("p", ofHours(1), ofHours(8)),
                          SlaDesk::aLadder,
                          facts,
                          clock)
                      .readDeadlines,
                  clock),
              DESK),
          new MergeResource(views, new MergeTickets(tickets, customers, agents, facts, clock)),
          new RequestPage(
              new Pages(DESK),
              new OwnRequest(
                  tickets,
                  customers,
                  new ReceiveReply(tickets, facts, clock),
                  new ConfirmSolution(tickets, facts, clock),
                  openTicket,
                  files,
                  FileSettings.DEFAULT,
                  new ReadClocks(promises, SlaFixture.CALENDARS, clock),
                  DESK,
                  clock),
              new Collisions(new DirectTransactions()),
              limits,
              new FileGate(FileSettings.DEFAULT, VirusScanner.NONE)));

  private final Ticket fire = opened(5001, "carla@customer.example", "Printer on fire");
  private final Ticket twin = opened(5002, "carla@customer.example", "Printer burns");
  private final Ticket others = opened(5003, "bruno@elsewhere.example", "Smoke");

  @Test
  void whoMergesIsShownTheSurvivorAndWhoAsksForTheOtherIsSentThere() {
    MockHttpResponse merged = merge(5002, "{\"into\":5001}");
    MockHttpResponse asked = api.as(Caller.ANA).get("/api/v1/tickets/5002");

    assertThat(merged.getStatus()).isEqualTo(200);
    assertThat(text(merged)).contains("\"number\":5001", "Merged from #5002");
    assertThat(asked.getStatus()).isEqualTo(301);
    assertThat(asked.getOutputHeaders().getFirst("Location"))
        .hasToString("https://desk.example/api/v1/tickets/5001");
    assertThat(text(asked)).contains("\"mergedInto\":5001", "\"status\":\"CLOSED\"");
  }

  @Test
  void whatCannotBeMergedIsRefusedInWords() {
    fire.close("done", MONDAY_9AM);

    assertThat(merge(5002, "{\"into\":5001}").getStatus()).isEqualTo(409);
    assertThat(text(merge(5002, "{\"into\":5001}"))).contains("/problems/cannot-merge", "closed");
    assertThat(merge(5002, "{\"into\":5002}").getStatus()).isEqualTo(409);
    assertThat(merge(5002, "{\"into\":0}").getStatus()).isEqualTo(400);
    assertThat(merge(5002, "{}").getStatus()).isEqualTo(400);
    assertThat(merge(9999, "{\"into\":5003}").getStatus()).isEqualTo(404);
    assertThat(twin.status()).isEqualTo(TicketStatus.NEW);
  }

  @Test
  void onlyStaffMerge() {
    assertThat(api.post("/api/v1/tickets/5002/merge", "{\"into\":5001}").getStatus())
        .isEqualTo(401);
    assertThat(twin.status()).isEqualTo(TicketStatus.NEW);
  }

  @Test
  void theCustomersOldLinkLeadsToTheSurvivor() {
    merge(5002, "{\"into\":5001}");

    MockHttpResponse answer = api.get("/requests/" + twin.statusToken().value());

    assertThat(answer.getStatus()).isEqualTo(301);
    assertThat(answer.getOutputHeaders().getFirst("Location").toString())
        .endsWith("/requests/" + fire.statusToken().value());
  }

  @Test
  void theOldLinkLivesAsLongAsThatOfTheSurvivor() {
    merge(5002, "{\"into\":5001}");
    clock.pass(ofDays(90));

    MockHttpResponse open = api.get("/requests/" + twin.statusToken().value());
    fire.resolve("solved", clock.instant());
    fire.close("nobody objected", clock.instant());
    clock.pass(ofDays(90));
    MockHttpResponse closed = api.get("/requests/" + twin.statusToken().value());

    assertThat(open.getStatus()).isEqualTo(301);
    assertThat(closed.getStatus()).isEqualTo(404);
  }

  @Test
  void anotherCustomersLinkNeverOpensTheSurvivor() {
    merge(5003, "{\"into\":5001}");

    MockHttpResponse answer = api.get("/requests/" + others.statusToken().value());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(text(answer)).contains("Smoke").doesNotContain("Printer on fire", "5001");
  }

  private MockHttpResponse merge(long number, String body) {
    return api.as(Caller.ANA).post("/api/v1/tickets/" + number + "/merge", body);
  }

  private static String text(MockHttpResponse answer) {
    return new String(answer.getOutput(), UTF_8);
  }

  private Ticket opened(long number, String email, String subject) {
    Customer customer = recognise.recognise(new EmailAddress(email), null);
    Ticket ticket = aTicket(number, customer, subject, Content.typed("It is warm."));
    tickets.add(ticket);
    return ticket;
  }
}
