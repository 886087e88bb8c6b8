package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tierline.notification.NotificationDesk.ANA;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Absence;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.LetAgentGo;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.Hearer;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketTakenOver;

/** What staff hear of their tickets. */
class TellStaffTest {

  private final NotificationDesk desk = new NotificationDesk();
  private final InMemoryAgents agents = desk.agents;
  private final OutboxInMemory outbox = desk.outbox;
  private final InMemoryAbsences absences = desk.absences;
  private final RecordedFacts facts = desk.facts;
  private final TestClock clock = desk.clock;
  private final TellStaff tellStaff = desk.tellStaff;
  private final Ticket ticket = desk.ticket;

  @Test
  void theOwnerHearsOfWorkAndOfAnswers() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    tellStaff.tellOfAnswer(
        new CustomerWrote(ticket.id(), ticket.number(), ticket.messages().get(0).id(), 2));

    assertThat(outbox.mails())
        .extracting(mail -> mail.to().value(), OutgoingMail::audience)
        .containsOnly(tuple("ana@tierline.example", Audience.STAFF));
    assertThat(outbox.mails().get(0).text())
        .contains("#5734 is yours now", "https://desk.example/desk/tickets/5734");
    assertThat(outbox.mails().get(0).html()).contains("Printer &lt;b&gt;on fire");
  }

  @Test
  void beforeABreachOwnerAndLeadsAreTold() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    tellStaff.warn(desk.warning());

    assertThat(outbox.mails())
        .extracting(mail -> mail.to().value())
        .containsExactlyInAnyOrder("ana@tierline.example", "lena@tierline.example");
    assertThat(outbox.mails().get(0).subject().value())
        .contains("#5734", "will breach its resolution target in 30 minutes. Assign or escalate.");
    assertThat(outbox.mails().get(0).text())
        .contains(
            "Ticket #5734 will breach its resolution target in 30 minutes. Assign or escalate.");
  }

  /** A ticket that waits for its customer may still be theirs. */
  @Test
  void whoLeftTheDeskIsToldNothing() throws Exception {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    new LetAgentGo(agents, new InMemoryAccounts(), facts, clock).letGo(ANA, ANA);

    tellStaff.tellOfAnswer(
        new CustomerWrote(ticket.id(), ticket.number(), ticket.messages().get(0).id(), 2));

    assertThat(outbox.mails()).isEmpty();
  }

  @Test
  void aBreachNamesTheTargetThatWasMissed() {
    tellStaff.reportBreach(
        new SlaBreached(
            ticket.id(), SlaTarget.FIRST_RESPONSE, Duration.ZERO, "PT0S", Set.of(Hearer.LEAD)));

    assertThat(desk.onlyMail().to().value()).isEqualTo("lena@tierline.example");
    assertThat(desk.onlyMail().text()).contains("has breached its first response target");
  }

  @Test
  void laterStepsSayHowLateItIsAndReachTheTeam() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    tellStaff.reportBreach(
        new SlaBreached(
            ticket.id(),
            SlaTarget.RESOLUTION,
            Duration.ofHours(4),
            "PT4H",
            Set.of(Hearer.ASSIGNEE, Hearer.TEAM)));

    assertThat(desk.onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(desk.onlyMail().text()).contains("has been over its resolution target for 4 hours");
  }

  @Test
  void whoOwesTheCustomerAnUpdateIsTold() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    tellStaff.askForAnUpdate(
        new CustomerUpdateDue(
            ticket.id(), MONDAY_9AM.minus(Duration.ofHours(6)), "PT0S", Set.of(Hearer.ASSIGNEE)));

    assertThat(desk.onlyMail().subject().value()).contains("#5734", "has heard nothing from us");
    assertThat(desk.onlyMail().text()).contains("has heard nothing from us for 6 hours");
  }

  @Test
  void whatOnlySomebodyAwayWouldHearALeadHearsForThem() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    absences.add(new Absence(ANA, MONDAY_9AM, MONDAY_9AM.plus(Duration.ofDays(7)), "", ANA));

    tellStaff.askForAnUpdate(
        new CustomerUpdateDue(
            ticket.id(), MONDAY_9AM.minus(Duration.ofHours(6)), "PT0S", Set.of(Hearer.ASSIGNEE)));

    assertThat(desk.onlyMail().to().value()).isEqualTo("lena@tierline.example");
    assertThat(desk.onlyMail().subject().value()).endsWith("for 6 hours. ana is away.");
  }

  @Test
  void whoLosesATicketToSomebodyElseIsTold() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    tellStaff.tellOfTakeOver(
        new TicketTakenOver(ticket.id(), ANA, Optional.of(new AgentId("lena"))));

    assertThat(desk.onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(desk.onlyMail().text()).contains("is no longer yours: lena goes on with it");
  }
}
