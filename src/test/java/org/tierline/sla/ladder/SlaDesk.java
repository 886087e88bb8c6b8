package org.tierline.sla.ladder;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierline.customer.Customers;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.sla.Hearer;
import org.tierline.sla.InMemoryPromises;
import org.tierline.sla.PromiseResponse;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.ResponsePromised;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaPolicies;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.MessageWritten;
import org.tierline.ticket.TicketClosed;
import org.tierline.ticket.TicketLeftAgent;
import org.tierline.ticket.TicketMerged;
import org.tierline.ticket.TicketResolved;
import org.tierline.ticket.Tickets;

/** Everything about promises, on stores in memory, for tests of this feature and of others. */
public final class SlaDesk {

  public final InMemoryPromises promises = new InMemoryPromises();
  public final ReadClocks readClocks;
  public final PromiseResponse promiseResponse;
  public final ReadDeadlines readDeadlines;
  public final KeepDeadlines keepDeadlines;
  public final TakeLadderSteps takeLadderSteps;

  public SlaDesk(
      Tickets tickets,
      Customers customers,
      SlaPolicies policies,
      EscalationLadders ladders,
      RecordedFacts facts,
      Clock clock) {
    TakenSteps takenSteps = new InMemoryTakenSteps();
    readClocks = new ReadClocks(promises, SlaFixture.CALENDARS, clock);
    promiseResponse =
        new PromiseResponse(tickets, customers, policies, promises, readClocks, facts, clock);
    readDeadlines = new ReadDeadlines(readClocks, ladders, takenSteps);
    keepDeadlines = new KeepDeadlines(tickets, readDeadlines, facts);
    takeLadderSteps =
        new TakeLadderSteps(
            tickets,
            readDeadlines,
            keepDeadlines,
            takenSteps,
            new LeadCalls(facts, clock),
            facts,
            clock);
    facts.on(ResponsePromised.class, keepDeadlines::responsePromised);
    facts.on(MessageWritten.class, keepDeadlines::weWrote);
    facts.on(CustomerWrote.class, keepDeadlines::customerWrote);
    facts.on(TicketLeftAgent.class, keepDeadlines::othersHaveToAct);
    facts.on(TicketResolved.class, keepDeadlines::resolved);
    facts.on(TicketClosed.class, keepDeadlines::closed);
    facts.on(TicketMerged.class, keepDeadlines::merged);
  }

  /** Warns, raises the priority at the miss, and tells the team one hour and four hours later. */
  public static Ladder aLadder(String name) {
    List<LadderStep> steps =
        List.of(
            step("WARN", Set.of(Hearer.ASSIGNEE, Hearer.LEAD), StepAction.NOTIFY),
            step("PT0S", Set.of(Hearer.ASSIGNEE, Hearer.LEAD), StepAction.RAISE_PRIORITY),
            step("PT1H", Set.of(Hearer.TEAM), StepAction.NOTIFY),
            step("PT4H", Set.of(Hearer.LEAD), StepAction.CALL_LEAD));
    return new Ladder(
        name,
        Map.of(
            SlaTarget.FIRST_RESPONSE,
            steps.subList(0, 2),
            SlaTarget.NEXT_RESPONSE,
            steps.subList(0, 2),
            SlaTarget.RESOLUTION,
            steps,
            SlaTarget.CUSTOMER_UPDATE,
            List.of(
                step("PT0S", Set.of(Hearer.ASSIGNEE), StepAction.NOTIFY),
                step("PT1H", Set.of(Hearer.LEAD), StepAction.NOTIFY))));
  }

  static LadderStep step(String name, Set<Hearer> tell, StepAction action) {
    return new LadderStep("test, row " + name, name, tell, Set.of(action));
  }
}
