package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.notification.NotificationDesk.ANA;
import static org.tierline.notification.NotificationDesk.BILLING;
import static org.tierline.notification.NotificationDesk.FIRST_ID;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.CARLA_MAIL;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.bugtracking.BugConfirmed;
import org.tierline.bugtracking.BugOutcome;
import org.tierline.bugtracking.BugOutcomeRecorded;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.escalation.TicketEscalated;
import org.tierline.intake.AnsweringMachines;
import org.tierline.intake.FilesRefused;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.mail.OutgoingMailFixture;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.Hearer;
import org.tierline.survey.SurveyInvited;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.CustomerReminded;
import org.tierline.ticket.Entrance;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Message;
import org.tierline.ticket.MessageWritten;
import org.tierline.ticket.NewTicket;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAcknowledged;
import org.tierline.ticket.TicketResolved;

/** What customers find in their mailboxes. */
class TellCustomerTest {

  private static final EmailAddress BRUNO = new EmailAddress("bruno@customer.example");
  private static final EmailAddress DORA = new EmailAddress("dora@elsewhere.example");

  private final NotificationDesk desk = new NotificationDesk();
  private final InMemoryTickets tickets = desk.tickets;
  private final InMemoryCustomers customers = desk.customers;
  private final OutboxInMemory outbox = desk.outbox;
  private final AnsweringMachines machines = desk.machines;
  private final TellCustomer tellCustomer = desk.tellCustomer;
  private final Ticket ticket = desk.ticket;

  @Test
  void whoCameThroughABrandsMailboxHearsFromThatBrand() {
    Ticket branded =
        new OpenTicket(
                tickets,
                new RecogniseCustomer(customers, new InMemoryCompanyContracts(), new TestClock()),
                new RecordedFacts(),
                new TestClock())
            .open(
                new NewTicket(
                    CARLA_MAIL,
                    Optional.empty(),
                    "Rechnung",
                    Channel.EMAIL,
                    Content.typed("Sie stimmt nicht."),
                    Optional.empty(),
                    Optional.of(new Entrance("billing", Optional.empty(), Optional.empty()))));

    tellCustomer.acknowledge(new TicketAcknowledged(branded.id()));

    assertThat(desk.onlyMail().from()).isEqualTo(BILLING);
    assertThat(desk.onlyMail().subject().value()).endsWith("Wir haben Ihre Anfrage erhalten");
    assertThat(desk.onlyMail().html()).contains("lang=\"de\"", "Guten Tag");
  }

  @Test
  void thePromisedSignOfLifeStatesFactsAndComesAtTheMomentItIsDue() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    for (String step : List.of("-PT1H", "PT0S", "PT4H")) {
      tellCustomer.keepPosted(
          new CustomerUpdateDue(ticket.id(), MONDAY_9AM, step, Set.of(Hearer.ASSIGNEE)));
    }

    assertThat(desk.onlyMail().subject().value())
        .isEqualTo("[#5734] Your request is still in work");
    assertThat(desk.onlyMail().text()).contains("ana is working on it").doesNotContain("engineers");

    ticket.confirmBug(MONDAY_9AM);
    tellCustomer.keepPosted(
        new CustomerUpdateDue(ticket.id(), MONDAY_9AM, "PT0S", Set.of(Hearer.ASSIGNEE)));
    assertThat(outbox.mails().get(1).text())
        .contains("engineers are working")
        .doesNotContain("ana is");
  }

  @Test
  void theLastReminderSaysWhenSilenceCounts() {
    tellCustomer.remind(
        new CustomerReminded(ticket.id(), Optional.of(MONDAY_9AM.plus(Duration.ofDays(2)))));

    assertThat(desk.onlyMail().subject().value()).contains("One last reminder");
    assertThat(desk.onlyMail().text())
        .contains("Wednesday, 25 November 2026, 10:00 (Central European Standard Time)");
  }

  @Test
  void theAcknowledgementSaysNumberTimeAndLinkAndNothingTheSenderWrote() {
    ticket.promise(
        MONDAY_9AM.plus(Duration.ofHours(3)), MONDAY_9AM.plus(Duration.ofDays(1)), "p", MONDAY_9AM);

    tellCustomer.acknowledge(new TicketAcknowledged(ticket.id()));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.to()).isEqualTo(CARLA_MAIL);
    assertThat(mail.from().name().value()).isEqualTo("Fireproof Printers");
    assertThat(mail.subject().value()).isEqualTo("[#5734] We have received your request");
    assertThat(mail.autoSubmitted()).isEqualTo(AutoSubmitted.AUTO_REPLIED);
    for (String form : List.of(mail.text(), mail.html())) {
      assertThat(form)
          .contains(
              "#5734",
              "Monday, 23 November 2026, 13:00 (Central European Standard Time)",
              "https://desk.example/requests/" + ticket.statusToken().value())
          .doesNotContain("on fire", "burns");
    }
    assertThat(mail.inReplyTo()).contains(new MailId(FIRST_ID));
    assertThat(mail.references()).containsExactly(new MailId(FIRST_ID));
    assertThat(OutgoingMailFixture.SEAL.read(mail.id()))
        .contains(new MailSeal.Sealed(Optional.of(ticket.id().value()), Audience.CUSTOMER));
  }

  @Test
  void anAddressGetsOnlySoManyAcknowledgementsWithinTheHour() {
    for (int i = 0; i < 5; i++) {
      tellCustomer.acknowledge(new TicketAcknowledged(ticket.id()));
    }

    assertThat(outbox.mails()).hasSize(3);
    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.what()).isEqualTo("no acknowledgement was mailed");
    assertThat(last.why())
        .contains("too many acknowledgements: " + CARLA_MAIL + " got 3 within the hour");
  }

  @Test
  void whatAnAgentWritesReachesTheCustomerEscapedAndIsFoundByItsId() {
    Message message = desk.write(Purpose.QUESTION, "Which one?\nThe <red> one?");

    tellCustomer.passOn(new MessageWritten(ticket.id(), message.id(), Purpose.QUESTION));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.subject().value()).isEqualTo("[#5734] Re: Printer <b>on fire</b>");
    assertThat(mail.autoSubmitted()).isEqualTo(AutoSubmitted.NO);
    assertThat(mail.text()).contains("Which one?\nThe <red> one?", "Ana", "answer this mail");
    assertThat(mail.html()).contains("Which one?<br>", "The &lt;red&gt; one?");
    assertThat(message.mailMessageId()).contains(mail.id().value());
  }

  /** What people write is filled in last and never read as a template. */
  @Test
  void placeholdersThatPeopleTypeStayText() {
    String typed =
        "{{statusLink}} {{{deskName}}} {{>layout.html.mustache}} {{#lines}}x{{/lines}} ${7*7}";
    Message message = desk.write(Purpose.REPLY, typed);

    tellCustomer.passOn(new MessageWritten(ticket.id(), message.id(), Purpose.REPLY));

    assertThat(desk.onlyMail().text()).contains(typed);
    assertThat(desk.onlyMail().html()).contains("{{statusLink}}", "{{{deskName}}}", "${7*7}");
  }

  @Test
  void remarksAmongColleaguesStayThere() {
    Message note = desk.write(Purpose.NOTE, "What an odd customer.");

    tellCustomer.passOn(new MessageWritten(ticket.id(), note.id(), Purpose.NOTE));

    assertThat(outbox.mails()).isEmpty();
  }

  @Test
  void whoIsCopiedGetsALetterOfTheirOwnWithoutTheCustomersPage() {
    Message answer = desk.write(Purpose.QUESTION, "Which one?");
    answer.copiedTo(List.of(BRUNO, DORA));

    tellCustomer.passOn(new MessageWritten(ticket.id(), answer.id(), Purpose.QUESTION));

    assertThat(outbox.mails())
        .extracting(OutgoingMail::to)
        .containsExactly(CARLA_MAIL, BRUNO, DORA);
    assertThat(outbox.mails()).extracting(OutgoingMail::id).doesNotHaveDuplicates();
    assertThat(answer.mailMessageId()).contains(outbox.mails().get(0).id().value());
    String page = ticket.statusToken().value();
    assertThat(outbox.mails().get(0).text()).contains("Your request: ", page);
    assertThat(outbox.mails().subList(1, 3))
        .allSatisfy(
            copy -> {
              assertThat(copy.text())
                  .contains("Which one?", "Ana")
                  .doesNotContain(page, "request:");
              assertThat(copy.html()).contains("Which one?").doesNotContain(page, "href");
              assertThat(copy.audience()).isEqualTo(Audience.CUSTOMER);
              assertThat(copy.ticket()).contains(ticket.id().value());
              assertThat(OutgoingMailFixture.SEAL.read(copy.id()))
                  .contains(
                      new MailSeal.Sealed(Optional.of(ticket.id().value()), Audience.CUSTOMER));
              assertThat(copy.references()).contains(new MailId(FIRST_ID));
            });
  }

  @Test
  void whoIsCopiedOnASolutionCannotCloseTheRequestInTheCustomersName() {
    Message solution = desk.write(Purpose.SOLUTION, "Use less fire.");
    solution.copiedTo(List.of(BRUNO));
    ticket.resolve("solved", MONDAY_9AM);

    tellCustomer.announceSolution(new TicketResolved(ticket.id()));

    assertThat(outbox.mails()).extracting(OutgoingMail::to).containsExactly(CARLA_MAIL, BRUNO);
    OutgoingMail copy = outbox.mails().get(1);
    assertThat(copy.text())
        .contains("Use less fire.")
        .doesNotContain(ticket.statusToken().value(), "tell us here");
    assertThat(copy.html()).doesNotContain(ticket.statusToken().value(), "href");
  }

  @Test
  void theSolutionTravelsWithTheNewsThatItIsResolved() {
    Message solution = desk.write(Purpose.SOLUTION, "Use less fire.");
    tellCustomer.passOn(new MessageWritten(ticket.id(), solution.id(), Purpose.SOLUTION));
    ticket.resolve("solved", MONDAY_9AM);

    tellCustomer.announceSolution(new TicketResolved(ticket.id()));

    assertThat(desk.onlyMail().text())
        .contains("Use less fire.", "How to verify", "answer this mail");
    assertThat(solution.mailMessageId()).contains(desk.onlyMail().id().value());
    assertThat(desk.onlyMail().references()).contains(new MailId(FIRST_ID));
  }

  @Test
  void eachStepIsToldWithoutWhatColleaguesTellEachOther() {
    tellCustomer.announceSpecialist(
        new TicketEscalated(
            ticket.id(),
            TeamId.TIER1,
            TeamId.TIER2,
            "customer is difficult",
            Optional.of(new Team.Expectation(24, 48))));
    tellCustomer.announceBug(new BugConfirmed(ticket.id(), ticket.number()));
    tellCustomer.announceBugOutcome(new BugOutcomeRecorded(ticket.id(), BugOutcome.FIXED));
    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));

    assertThat(outbox.mails())
        .hasSize(4)
        .allSatisfy(
            mail -> {
              assertThat(mail.subject().value()).startsWith("[#5734] ");
              assertThat(mail.autoSubmitted()).isEqualTo(AutoSubmitted.AUTO_GENERATED);
              assertThat(mail.text()).doesNotContain("difficult", "{{");
              assertThat(mail.html()).doesNotContain("difficult", "{{");
            });
    assertThat(outbox.mails().get(0).text()).contains("expect an answer within 24–48 hours");
    assertThat(outbox.mails().get(0).html()).contains("<strong>24–48 hours</strong>");
    assertThat(outbox.mails().get(2).text()).contains("repaired").doesNotContain("way around");
  }

  @Test
  void thatALeadDecidesIsNoNewsForACustomer() {
    tellCustomer.announceSpecialist(
        new TicketEscalated(ticket.id(), TeamId.TIER1, TeamId.LEAD, "circle", Optional.empty()));

    assertThat(outbox.mails()).isEmpty();
  }

  @Test
  void theSurveyOffersFiveLinksThatOnlyOpenThePage() {
    tellCustomer.inviteToSurvey(new SurveyInvited(ticket.id(), "t0ken"));

    for (int stars = 1; stars <= 5; stars++) {
      assertThat(desk.onlyMail().text())
          .contains("https://desk.example/survey/t0ken?stars=" + stars);
      assertThat(desk.onlyMail().html())
          .contains("href=\"https://desk.example/survey/t0ken?stars&#61;" + stars + "\"");
    }
  }

  @Test
  void robotsGetNoMailNoPersonWrote() {
    machines.opened(ticket.id());

    tellCustomer.acknowledge(new TicketAcknowledged(ticket.id()));
    assertThat(ticket.history().get(ticket.history().size() - 1).what())
        .isEqualTo("no acknowledgement was mailed");
    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    tellCustomer.inviteToSurvey(new SurveyInvited(ticket.id(), "t0ken"));
    assertThat(outbox.mails()).isEmpty();

    Message reply = desk.write(Purpose.REPLY, "We looked into your alert.");
    tellCustomer.passOn(new MessageWritten(ticket.id(), reply.id(), Purpose.REPLY));
    assertThat(outbox.mails()).hasSize(1);
  }

  @Test
  void theCustomerHearsThatAFileIsMissing() {
    tellCustomer.tellOfRefusedFiles(new FilesRefused(ticket.id(), CARLA_MAIL, true, 1));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.to()).isEqualTo(CARLA_MAIL);
    assertThat(mail.autoSubmitted()).isEqualTo(AutoSubmitted.AUTO_REPLIED);
    assertThat(mail.text())
        .contains("a file in it was not kept", "/requests/" + ticket.statusToken().value());
  }

  @Test
  void whoElseSentAFileHearsThatItIsMissingButTheCustomersPageIsNotTheirs() {
    var colleague = new EmailAddress("bruno@customer.example");

    tellCustomer.tellOfRefusedFiles(new FilesRefused(ticket.id(), colleague, true, 2));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.to()).isEqualTo(colleague);
    for (String form : List.of(mail.text(), mail.html())) {
      assertThat(form)
          .contains("2 of its files were not kept", "smaller files with an answer to this mail")
          .doesNotContain(ticket.statusToken().value(), "/requests/");
    }
  }

  @Test
  void aMachineDoesNotHearThatItsFileIsMissing() {
    tellCustomer.tellOfRefusedFiles(new FilesRefused(ticket.id(), CARLA_MAIL, false, 1));

    assertThat(outbox.mails()).isEmpty();
  }

  /** A signature with a logo that is too large comes with every mail. */
  @Test
  void eachSenderHearsOfMissingFilesOnceADay() {
    var colleague = new EmailAddress("bruno@customer.example");
    for (EmailAddress sender : List.of(CARLA_MAIL, CARLA_MAIL, colleague, CARLA_MAIL)) {
      tellCustomer.tellOfRefusedFiles(new FilesRefused(ticket.id(), sender, true, 1));
    }

    assertThat(outbox.mails()).extracting(OutgoingMail::to).containsExactly(CARLA_MAIL, colleague);
  }
}
