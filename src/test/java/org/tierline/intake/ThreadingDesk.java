package org.tierline.intake;

import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.notification.PostboxFixture;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.files.FileStoreInMemory;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.ticket.CannotMergeException;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.MergeTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.Ticket;

/** From the bytes of a mail to the ticket, with everything in memory. */
final class ThreadingDesk {

  static final EmailAddress ANA = new EmailAddress("ana@tierline.example");

  final TestClock clock = new TestClock();
  final InMemoryTickets tickets = new InMemoryTickets();
  final InMemoryCustomers customers = new InMemoryCustomers();
  final RecordedFacts facts = new RecordedFacts();
  final PostboxFixture postbox = new PostboxFixture(customers);
  private final FileStoreInMemory files = new FileStoreInMemory();
  private final ReceivedMailsInMemory received = new ReceivedMailsInMemory();
  private final DecideMail decideMail;
  private final MergeTickets mergeTickets;
  private long uid;

  ThreadingDesk() {
    var agents = new InMemoryAgents();
    agents.add(new Agent(new AgentId("ana"), "Ana", ANA, TeamId.TIER1, Set.of(), Set.of("en"), 40));
    var outbox = new OutboxInMemory();
    var returned = new FindReturnedMail(outbox, SEAL, clock);
    var conversations =
        new FindConversation(tickets, customers, agents, SEAL, SETTINGS, returned, clock);
    this.mergeTickets = new MergeTickets(tickets, customers, agents, facts, clock);
    SenderDomains quiet = (domain, since) -> 0;
    var limits = new IntakeLimits(20, 1000, 30);
    var guard = new LoopGuard(received, quiet, tickets, outbox, limits, clock);
    var recognise = new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock);
    this.decideMail =
        new DecideMail(
            received,
            new FindRequester(FormSenders.NONE, agents, SETTINGS, SEAL),
            new JudgeMail(received, conversations, guard, SEAL, SETTINGS),
            conversations,
            new OpenTicket(tickets, recognise, facts, clock),
            new ReceiveReply(tickets, facts, clock),
            recognise,
            customers,
            new HeedMachines(tickets, customers, returned, facts, clock),
            tickets,
            files,
            new IntakeSettings(List.of(), SameMail.ONCE),
            facts,
            clock);
  }

  void merge(Ticket ticket, Ticket survivor) {
    try {
      mergeTickets.merge(ticket.id(), survivor.number(), new AgentId("ana"));
    } catch (CannotMergeException e) {
      throw new AssertionError(e);
    }
  }

  /** What became of a mail. */
  ReceivedMail take(String raw) {
    return take(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  ReceivedMail take(byte[] bytes) {
    var record = ReceivedMail.seen(new MailboxPosition("support", 1, ++uid), clock.instant());
    record.fetched(files.keep(bytes));
    received.add(record);
    try {
      InboundMessage mail = MailReader.read(bytes);
      decideMail.decide(record, mail);
      received.took(record, ContentKey.of(mail));
    } catch (UnreadableMailException e) {
      record.quarantine(String.valueOf(e.getMessage()), clock.instant());
    }
    return record;
  }
}
