package org.tierline.portal.ticket;

import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.tierline.agent.AgentFixture;
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
import org.tierline.portal.CustomerLimits;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.survey.InMemorySurveys;
import org.tierline.ticket.Category;
import org.tierline.ticket.ChooseCopiesFixture;
import org.tierline.ticket.ClaimWork;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.GiveBackWork;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Priority;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketTriaged;
import org.tierline.ticket.WriteMessage;

/** The ticket API on a desk in memory, where every new ticket is an outage at once. */
class TicketsApi {

  static final String OUTAGE =
      """
      {"requester":{"email":"carla@customer.example","name":"Carla"},
       "subject":"System down","text":"Nothing works.","channel":"API"}\
      """;

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("https://desk.example"), ZoneOffset.UTC);

  final TestClock clock = new TestClock();
  final InMemoryTickets tickets = new InMemoryTickets();
  final InMemoryCustomers customers = new InMemoryCustomers();
  final InMemoryAgents agents = new InMemoryAgents();
  final InMemoryWorkList workList = new InMemoryWorkList();
  final RecordedFacts facts = new RecordedFacts();
  final TriageWatch triageWatch = new TriageWatch();
  final OpenTicket openTicket =
      new OpenTicket(
          tickets,
          new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock),
          facts,
          clock);
  private final InMemoryReceipts receipts = new InMemoryReceipts();
  final AcceptTicket acceptTicket = new AcceptTicket(openTicket, receipts, clock);
  private final OncePerKey oncePerKey = new OncePerKey(new KeepAnswer(receipts, clock));
  final WriteMessage writeMessage = new WriteMessage(tickets, agents, facts, clock);
  final FileStoreInMemory files = new FileStoreInMemory();
  final SlaDesk sla =
      new SlaDesk(
          tickets,
          customers,
          request -> SlaFixture.policy("p", Duration.ofHours(1), Duration.ofHours(8)),
          SlaDesk::aLadder,
          facts,
          clock);
  final TicketViews views =
      new TicketViews(
          tickets,
          customers,
          workList,
          new InMemorySurveys(),
          files,
          new InMemoryTeams(),
          sla.readClocks,
          ChooseCopiesFixture.among(tickets, customers, agents));
  final ApiInMemory api =
      new ApiInMemory(
          new NewTicketResource(
              acceptTicket, triageWatch, views, new CustomerLimits(100, 3, clock), DESK),
          new TicketsResource(
              views,
              writeMessage,
              oncePerKey,
              new SlaReport(views, sla.readDeadlines, clock),
              DESK),
          new WorkResource(
              views,
              writeMessage,
              new ClaimWork(tickets, workList),
              new FinishWork(tickets, agents, writeMessage, workList, clock),
              new GiveBackWork(tickets, writeMessage, workList, clock),
              workList,
              oncePerKey));

  {
    agents.add(AgentFixture.agent(ANA, TeamId.TIER1));
    agents.add(AgentFixture.agent(TOM, TeamId.TIER1));
    facts.on(
        TicketOpened.class,
        opened -> {
          tickets
              .get(opened.ticket())
              .triage(new Category("OUTAGE"), Priority.CRITICAL, TeamId.TIER1, "rule", MONDAY_9AM);
          triageWatch.triaged(new TicketTriaged(opened.ticket()));
        });
  }

  static String type(MockHttpResponse answer) {
    return String.valueOf(answer.getOutputHeaders().getFirst("Content-Type"));
  }

  static String content(MockHttpResponse answer) {
    try {
      return answer.getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(MockHttpResponse answer) {
    try {
      return new ObjectMapper().readTree(content(answer));
    } catch (IOException e) {
      throw new IllegalStateException(content(answer), e);
    }
  }
}
