package org.tierline.notification;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.InMemoryWorkList;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.notification.slack.Signer;
import org.tierline.notification.slack.SlackNotes;
import org.tierline.notification.slack.SlackPost;
import org.tierline.notification.slack.SlackSettings;
import org.tierline.notification.slack.SlackSignature;
import org.tierline.notification.slack.SlackStandIn;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.outbox.EffectsInMemory;
import org.tierline.platform.transactions.DirectTransactions;
import org.tierline.ticket.ClaimWork;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.WriteMessage;

/** A desk that has Slack, in memory, for tests of other packages. */
public final class SlackDesk implements AutoCloseable {

  private static final String SECRET = "signing secret";

  private final TestClock clock = new TestClock();
  private final DeskSettings desk =
      new DeskSettings("Tierline", URI.create("https://desk.example"), ZoneOffset.UTC);
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryWorkList workList = new InMemoryWorkList();
  private final InMemoryPreferences preferences = new InMemoryPreferences();
  private final EffectsInMemory effects = new EffectsInMemory();
  private final DirectTransactions transactions = new DirectTransactions();
  private final SlackStandIn slack = new SlackStandIn();
  private final SlackSettings settings =
      new SlackSettings(
          Optional.of("xoxb-token"),
          Optional.empty(),
          Map.of(),
          Optional.of(SECRET),
          slack.uri("/api/"));

  public AnswerSlack answerSlack() {
    return new AnswerSlack(
        preferences,
        agents,
        tickets,
        workList,
        new ClaimWork(tickets, workList),
        handOver(),
        accounts(),
        new SlackPost(effects, settings),
        transactions,
        desk,
        clock);
  }

  public HandOverInSlack handOver() {
    return new HandOverInSlack(
        tickets,
        new InMemoryTeams(),
        workList,
        new FinishWork(
            tickets,
            agents,
            new WriteMessage(tickets, agents, new RecordedFacts(), clock),
            workList,
            clock),
        accounts(),
        SlackStandIn.forms(settings),
        transactions,
        desk);
  }

  private SlackAccounts accounts() {
    return new SlackAccounts(preferences, agents, transactions, desk);
  }

  /** Slack itself, or what stands in for it. */
  public SlackStandIn slack() {
    return slack;
  }

  public Ticket ticket(long number) {
    return tickets.find(new TicketNumber(number)).orElseThrow();
  }

  @Override
  public void close() {
    slack.close();
  }

  public SlackSignature signature() {
    return new SlackSignature(settings, clock);
  }

  public String sign(String timestamp, String body) {
    return Signer.sign(SECRET, timestamp, body);
  }

  public String now() {
    return String.valueOf(clock.instant().getEpochSecond());
  }

  public DeskSettings settings() {
    return desk;
  }

  public InMemoryAgents agents() {
    return agents;
  }

  public InMemoryWorkList workList() {
    return workList;
  }

  /** Opens a ticket and returns its number. */
  public long openTicket(String subject) {
    return new OpenTicket(
            tickets,
            new RecogniseCustomer(new InMemoryCustomers(), new InMemoryCompanyContracts(), clock),
            new RecordedFacts(),
            clock)
        .open(TicketFixture.aRequest(subject, "It burns."))
        .number()
        .value();
  }

  /** A code that connects an agent's Slack account. */
  public String offer(AgentId agent) {
    return choosePreferences().offerSlack(agents.find(agent).orElseThrow());
  }

  public ChoosePreferences choosePreferences() {
    return new ChoosePreferences(preferences, desk, clock);
  }

  /** What those who pressed buttons were answered. */
  public List<String> answers() {
    return effects.effects().stream()
        .map(effect -> SlackNotes.of(effect).orElseThrow().text())
        .toList();
  }
}
