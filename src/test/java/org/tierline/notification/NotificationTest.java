package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tierline.platform.TestClock.MONDAY_9AM;
import static org.tierline.ticket.TicketFixture.CARLA_MAIL;
import static org.tierline.ticket.TicketFixture.aTicket;
import static org.tierline.ticket.TicketFixture.carla;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.Absence;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.RepairList;
import org.tierline.agent.Roster;
import org.tierline.agent.StepsFailed;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.bugtracking.BugConfirmed;
import org.tierline.bugtracking.BugOutcome;
import org.tierline.bugtracking.BugOutcomeRecorded;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.escalation.TicketEscalated;
import org.tierline.intake.AnsweringMachines;
import org.tierline.intake.FilesRefused;
import org.tierline.intake.MailHeldUp;
import org.tierline.intake.MailboxFailed;
import org.tierline.intake.MailsQuarantined;
import org.tierline.notification.slack.SlackNotes;
import org.tierline.notification.slack.SlackPost;
import org.tierline.notification.slack.SlackSettings;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.RecordedLog;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.MailUndeliverable;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.mail.OutgoingMailFixture;
import org.tierline.platform.outbox.Effect;
import org.tierline.platform.outbox.EffectAbandoned;
import org.tierline.platform.outbox.EffectHeldUp;
import org.tierline.platform.outbox.EffectsInMemory;
import org.tierline.platform.transactions.DirectTransactions;
import org.tierline.sla.CustomerUpdateDue;
import org.tierline.sla.Hearer;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaTarget;
import org.tierline.survey.SurveyInvited;
import org.tierline.ticket.Author;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.CustomerReminded;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.Entrance;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Message;
import org.tierline.ticket.MessageWritten;
import org.tierline.ticket.NewTicket;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAcknowledged;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketResolved;
import org.tierline.ticket.TicketTakenOver;

/** What customers and staff find in their mailboxes. */
class NotificationTest {

  private static final AgentId ANA = new AgentId("ana");
  private static final Brand BILLING =
      new Brand(
          new HeaderText("Fireproof Billing"),
          new EmailAddress("billing@desk.example"),
          Optional.of(Locale.GERMAN));
  private static final String FIRST_ID = "<first@customer.example>";

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final OutboxInMemory outbox = new OutboxInMemory();
  private final AnsweringMachines machines = new AnsweringMachines();
  private final DeskSettings desk =
      new DeskSettings(
          "Fireproof Printers", URI.create("https://desk.example"), ZoneId.of("Europe/Berlin"));
  private final Brand house =
      new Brand(HeaderText.from(desk.name()), OutgoingMailFixture.SUPPORT, Optional.empty());
  private final Postbox postbox =
      new Postbox(
          outbox,
          new MailTemplates(Optional.empty(), desk.zone()),
          customers,
          desk,
          new MailSettings(house, Map.of("billing", BILLING)),
          OutgoingMailFixture.SEAL);
  private final TellCustomer tellCustomer =
      new TellCustomer(
          postbox,
          tickets,
          customers,
          agents,
          machines.correspondence(),
          new AcknowledgementBrake(outbox, new AcknowledgementLimits(3, 100, 100), new TestClock()),
          desk,
          new TestClock());
  private final InMemoryPreferences preferences = new InMemoryPreferences();
  private final InMemoryAbsences absences = new InMemoryAbsences();
  private final InMemoryStaffNotices notices = new InMemoryStaffNotices();
  private final EffectsInMemory effects = new EffectsInMemory();
  private final RecordedFacts facts = new RecordedFacts();
  private final TestClock clock = new TestClock();
  private final SlackPost slack =
      new SlackPost(
          effects,
          new SlackSettings(
              Optional.of("xoxb-token"),
              Optional.empty(),
              Map.of("tier1", "C-TIER1", "tier2", "C-TIER2"),
              Optional.empty(),
              URI.create("https://slack.com/api/")));
  private final ChoosePreferences choosePreferences =
      new ChoosePreferences(preferences, desk, clock);
  private final StaffPost post =
      new StaffPost(choosePreferences, notices, postbox, slack, desk, facts, clock);
  private final TellStaff tellStaff =
      new TellStaff(post, postbox, tickets, agents, new Roster(agents, absences, clock), clock);
  private final TellLeads tellLeads = new TellLeads(post, agents, desk);
  private final SendDigests sendDigests =
      new SendDigests(
          notices,
          choosePreferences,
          agents,
          postbox,
          slack,
          desk,
          new DirectTransactions(),
          clock);
  private final NoteHeldUpEffects noteHeldUp =
      new NoteHeldUpEffects(agents, tickets, postbox, clock);

  private final Customer customer = carla();
  private final Ticket ticket =
      aTicket(
          5734,
          customer,
          "Printer <b>on fire</b>",
          new Content(
              "It burns & smokes.",
              "It burns & smokes.",
              Optional.empty(),
              Optional.of(FIRST_ID),
              List.of()));

  @BeforeEach
  void staffTheDesk() {
    customers.add(customer);
    tickets.add(ticket);
    agents.add(agent("ana", TeamId.TIER1));
    agents.add(agent("lena", new TeamId("lead")));
  }

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

    assertThat(onlyMail().from()).isEqualTo(BILLING);
    assertThat(onlyMail().subject().value()).endsWith("Wir haben Ihre Anfrage erhalten");
    assertThat(onlyMail().html()).contains("lang=\"de\"", "Guten Tag");
  }

  @Test
  void thePromisedSignOfLifeStatesFactsAndComesAtTheMomentItIsDue() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    for (String step : List.of("-PT1H", "PT0S", "PT4H")) {
      tellCustomer.keepPosted(
          new CustomerUpdateDue(ticket.id(), MONDAY_9AM, step, Set.of(Hearer.ASSIGNEE)));
    }

    assertThat(onlyMail().subject().value()).isEqualTo("[#5734] Your request is still in work");
    assertThat(onlyMail().text()).contains("ana is working on it").doesNotContain("engineers");

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

    assertThat(onlyMail().subject().value()).contains("One last reminder");
    assertThat(onlyMail().text())
        .contains("Wednesday, 25 November 2026, 10:00 (Central European Standard Time)");
  }

  @Test
  void theLeadsHearOfAMailboxThatCannotBeRead() {
    tellLeads.reportMailbox(
        new MailboxFailed("support@mail.example/INBOX", "LOGIN failed", Optional.empty()));

    OutgoingMail mail = onlyMail();
    assertThat(mail.to()).isEqualTo(agents.membersOf(new TeamId("lead")).get(0).email());
    assertThat(mail.subject().value()).contains("support@mail.example/INBOX");
    assertThat(mail.text()).contains("LOGIN failed", "none is lost");
  }

  @Test
  void theLeadsHearOfStepsThatFailedForGood() {
    tellLeads.reportFailedSteps(
        new StepsFailed(
            List.of(
                new RepairList.Repair(
                    "job", Optional.of("5734"), "Resolve <ticket>", "the disk is full", MONDAY_9AM),
                new RepairList.Repair(
                    "other", Optional.empty(), "Send report", "no paper", MONDAY_9AM)),
            12));

    OutgoingMail mail = onlyMail();
    assertThat(mail.to()).isEqualTo(agents.membersOf(new TeamId("lead")).get(0).email());
    assertThat(mail.subject().value()).contains("failed for good: 12");
    assertThat(mail.text())
        .contains("Resolve <ticket> of ticket #5734", "the disk is full", "* Send report\n")
        .contains("https://desk.example/desk/repairs");
    assertThat(mail.html()).contains("Resolve &lt;ticket&gt;").doesNotContain("{{");
  }

  @Test
  void theLeadsHearThatMailsAreHeldUp() {
    tellLeads.reportHoldUp(new MailHeldUp("The malware scanner does not answer", MONDAY_9AM));

    OutgoingMail mail = onlyMail();
    assertThat(mail.to()).isEqualTo(agents.membersOf(new TeamId("lead")).get(0).email());
    assertThat(mail.text()).contains("scanner does not answer", "23 November 2026, 10:00");
  }

  @Test
  void theCustomerHearsThatAFileIsMissing() {
    tellCustomer.tellOfRefusedFiles(new FilesRefused(ticket.id(), CARLA_MAIL, true, 1));

    OutgoingMail mail = onlyMail();
    assertThat(mail.to()).isEqualTo(CARLA_MAIL);
    assertThat(mail.autoSubmitted()).isEqualTo(AutoSubmitted.AUTO_REPLIED);
    assertThat(mail.text())
        .contains("a file in it was not kept", "/requests/" + ticket.statusToken().value());
  }

  @Test
  void whoElseSentAFileHearsThatItIsMissingButTheCustomersPageIsNotTheirs() {
    var colleague = new EmailAddress("bruno@customer.example");

    tellCustomer.tellOfRefusedFiles(new FilesRefused(ticket.id(), colleague, true, 2));

    OutgoingMail mail = onlyMail();
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

  @Test
  void theLeadsHearOfMailsInQuarantineAndReadThemAsText() {
    tellLeads.reportQuarantine(
        new MailsQuarantined(
            List.of(new MailsQuarantined.Entry("nobody", "<b>{{deskName}}</b>", "no sender")), 3));

    OutgoingMail mail = onlyMail();
    assertThat(mail.subject().value()).contains("quarantine: 3");
    assertThat(mail.text()).contains("<b>{{deskName}}</b>", "no sender", "/desk/quarantine");
    assertThat(mail.html()).contains("&lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void theAcknowledgementSaysNumberTimeAndLinkAndNothingTheSenderWrote() {
    ticket.promise(
        MONDAY_9AM.plus(Duration.ofHours(3)), MONDAY_9AM.plus(Duration.ofDays(1)), "p", MONDAY_9AM);

    tellCustomer.acknowledge(new TicketAcknowledged(ticket.id()));

    OutgoingMail mail = onlyMail();
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
    Message message = write(Purpose.QUESTION, "Which one?\nThe <red> one?");

    tellCustomer.passOn(new MessageWritten(ticket.id(), message.id(), Purpose.QUESTION));

    OutgoingMail mail = onlyMail();
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
    Message message = write(Purpose.REPLY, typed);

    tellCustomer.passOn(new MessageWritten(ticket.id(), message.id(), Purpose.REPLY));

    assertThat(onlyMail().text()).contains(typed);
    assertThat(onlyMail().html()).contains("{{statusLink}}", "{{{deskName}}}", "${7*7}");
  }

  @Test
  void remarksAmongColleaguesStayThere() {
    Message note = write(Purpose.NOTE, "What an odd customer.");

    tellCustomer.passOn(new MessageWritten(ticket.id(), note.id(), Purpose.NOTE));

    assertThat(outbox.mails()).isEmpty();
  }

  @Test
  void theSolutionTravelsWithTheNewsThatItIsResolved() {
    Message solution = write(Purpose.SOLUTION, "Use less fire.");
    tellCustomer.passOn(new MessageWritten(ticket.id(), solution.id(), Purpose.SOLUTION));
    ticket.resolve("solved", MONDAY_9AM);

    tellCustomer.announceSolution(new TicketResolved(ticket.id()));

    assertThat(onlyMail().text()).contains("Use less fire.", "How to verify", "answer this mail");
    assertThat(solution.mailMessageId()).contains(onlyMail().id().value());
    assertThat(onlyMail().references()).contains(new MailId(FIRST_ID));
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
      assertThat(onlyMail().text()).contains("https://desk.example/survey/t0ken?stars=" + stars);
      assertThat(onlyMail().html())
          .contains("href=\"https://desk.example/survey/t0ken?stars&#61;" + stars + "\"");
    }
  }

  @Test
  void robotsGetNoMailNoPersonWrote() {
    machines.opened(ticket.id());

    tellCustomer.acknowledge(new TicketAcknowledged(ticket.id()));
    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    tellCustomer.inviteToSurvey(new SurveyInvited(ticket.id(), "t0ken"));
    assertThat(outbox.mails()).isEmpty();

    Message reply = write(Purpose.REPLY, "We looked into your alert.");
    tellCustomer.passOn(new MessageWritten(ticket.id(), reply.id(), Purpose.REPLY));
    assertThat(outbox.mails()).hasSize(1);
  }

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

    tellStaff.warn(
        new SlaBreachNear(
            ticket.id(),
            SlaTarget.RESOLUTION,
            Duration.ofMinutes(30),
            "WARN",
            Set.of(Hearer.ASSIGNEE, Hearer.LEAD)));

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

    assertThat(onlyMail().to().value()).isEqualTo("lena@tierline.example");
    assertThat(onlyMail().text()).contains("has breached its first response target");
  }

  @Test
  void whatAnAgentIsToldIsOnTheirBellUntilTheyReadIt() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    var bell = new Bell(notices, facts, clock);

    assertThat(bell.of(ANA, true, 10))
        .extracting(StaffNotice::headline, StaffNotice::link)
        .containsExactly(
            tuple("Ticket #5734 is yours now: Printer <b>on fire</b>", "/desk/tickets/5734"));
    assertThat(facts.ofType(BellRang.class)).containsExactly(new BellRang(ANA));
    long id = bell.of(ANA, true, 10).get(0).id();
    bell.read(new AgentId("lena"), id);
    assertThat(bell.unread(ANA)).isEqualTo(1);
    bell.read(ANA, id);
    assertThat(bell.unread(ANA)).isZero();
    assertThat(bell.of(ANA, false, 10)).hasSize(1);
  }

  @Test
  void whatComesInQuietHoursReachesThePersonInOnePieceWhenTheyEnd() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(true, false, new QuietHours(LocalTime.of(8, 0), LocalTime.of(12, 0), desk.zone()));

    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    tellStaff.tellOfAnswer(
        new CustomerWrote(ticket.id(), ticket.number(), ticket.messages().get(0).id(), 2));
    sendDigests.sendDue();
    assertThat(outbox.mails()).isEmpty();

    clock.pass(Duration.ofHours(2));
    sendDigests.sendDue();
    sendDigests.sendDue();

    assertThat(onlyMail().subject().value()).isEqualTo("2 things were kept for you");
    assertThat(onlyMail().text())
        .contains("is yours now", "The customer wrote", "https://desk.example/desk/tickets/5734");
    assertThat(onlyMail().html()).contains("Printer &lt;b&gt;on fire");
  }

  @Test
  void whoHasConnectedSlackIsToldThereAndByMailOnlyIfTheyWant() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(false, true, null);
    connect("U-ANA");

    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));

    assertThat(outbox.mails()).isEmpty();
    assertThat(effects.effects()).extracting(Effect::target).containsExactly("U-ANA");
    assertThat(SlackNotes.of(effects.effects().get(0)).orElseThrow().text())
        .contains("#5734 is yours now");
  }

  @Test
  void whoChoseSlackAndIsNotConnectedIsToldByMail() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(false, true, null);

    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));

    assertThat(onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(effects.effects()).isEmpty();
  }

  @Test
  void theTeamsChannelHearsOfAlarmsAndOfWhatIsHandedToIt() {
    tellStaff.warn(
        new SlaBreachNear(
            ticket.id(),
            SlaTarget.RESOLUTION,
            Duration.ofMinutes(30),
            "WARN",
            Set.of(Hearer.ASSIGNEE, Hearer.LEAD)));
    tellStaff.tellTeam(
        new TicketEscalated(
            ticket.id(), TeamId.TIER1, TeamId.TIER2, "customer is difficult", Optional.empty()));

    assertThat(effects.effects())
        .extracting(Effect::target, effect -> SlackNotes.of(effect).orElseThrow().text())
        .containsExactly(
            tuple(
                "C-TIER1",
                "Ticket #5734 will breach its resolution target in 30 minutes."
                    + " Assign or escalate."),
            tuple("C-TIER2", "Ticket #5734 comes to tier2 from tier1: Printer <b>on fire</b>"));
  }

  @Test
  void whileSlackIsDownAnAlarmGoesByMailInstead() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(false, true, null);
    connect("U-ANA");
    tellStaff.warn(
        new SlaBreachNear(
            ticket.id(),
            SlaTarget.RESOLUTION,
            Duration.ofMinutes(30),
            "WARN",
            Set.of(Hearer.ASSIGNEE, Hearer.LEAD)));
    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    List<Effect> forAna =
        effects.effects().stream().filter(effect -> effect.target().equals("U-ANA")).toList();
    int before = outbox.mails().size();

    forAna.forEach(effect -> noteHeldUp.mailInstead(new EffectHeldUp(effect, "down")));

    assertThat(outbox.mails()).hasSize(before + 1);
    OutgoingMail mail = outbox.mails().get(before);
    assertThat(mail.to().value()).isEqualTo("ana@tierline.example");
    assertThat(mail.text())
        .contains(
            "Ticket #5734 will breach its resolution target in 30 minutes. Assign or escalate.",
            "https://desk.example/desk/tickets/5734");
  }

  @Test
  void aNoteThatNeverReachedSlackIsOnRecord() {
    tellStaff.tellTeam(
        new TicketEscalated(
            ticket.id(), TeamId.TIER1, TeamId.TIER2, "customer is difficult", Optional.empty()));

    noteHeldUp.noteSilence(new EffectAbandoned(effects.effects().get(0), true, "down"));

    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.kind()).isEqualTo(HistoryKind.UNDELIVERED);
    assertThat(last.what()).isEqualTo("slack note came too late and was dropped");
    assertThat(last.why()).hasValueSatisfying(why -> assertThat(why).contains("comes to tier2"));
  }

  private void choose(boolean mail, boolean slackToo, QuietHours quiet) {
    var ways = new Channels(mail, slackToo, true);
    choosePreferences.choose(
        agents.find(ANA).orElseThrow(),
        new ChoosePreferences.Wishes(
            Map.of(
                NoticeKind.ASSIGNED, ways,
                NoticeKind.CUSTOMER_WROTE, ways,
                NoticeKind.SLA_WARNING, ways),
            Optional.ofNullable(quiet),
            desk.zone(),
            0,
            false));
  }

  private void connect(String user) {
    preferences.find(ANA).orElseThrow().connectSlack(user);
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

    assertThat(onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(onlyMail().text()).contains("has been over its resolution target for 4 hours");
  }

  @Test
  void whoOwesTheCustomerAnUpdateIsTold() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    tellStaff.askForAnUpdate(
        new CustomerUpdateDue(
            ticket.id(), MONDAY_9AM.minus(Duration.ofHours(6)), "PT0S", Set.of(Hearer.ASSIGNEE)));

    assertThat(onlyMail().subject().value()).contains("#5734", "has heard nothing from us");
    assertThat(onlyMail().text()).contains("has heard nothing from us for 6 hours");
  }

  @Test
  void whatOnlySomebodyAwayWouldHearALeadHearsForThem() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    absences.add(new Absence(ANA, MONDAY_9AM, MONDAY_9AM.plus(Duration.ofDays(7)), "", ANA));

    tellStaff.askForAnUpdate(
        new CustomerUpdateDue(
            ticket.id(), MONDAY_9AM.minus(Duration.ofHours(6)), "PT0S", Set.of(Hearer.ASSIGNEE)));

    assertThat(onlyMail().to().value()).isEqualTo("lena@tierline.example");
    assertThat(onlyMail().subject().value()).endsWith("for 6 hours. ana is away.");
  }

  @Test
  void whoLosesATicketToSomebodyElseIsTold() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    tellStaff.tellOfTakeOver(
        new TicketTakenOver(ticket.id(), ANA, Optional.of(new AgentId("lena"))));

    assertThat(onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(onlyMail().text()).contains("is no longer yours: lena goes on with it");
  }

  @Test
  void aMailThatCannotBeDeliveredIsNotedInTheTicket() {
    undeliverable(Audience.CUSTOMER);

    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.kind()).isEqualTo(HistoryKind.UNDELIVERED);
    assertThat(last.what()).contains(CARLA_MAIL.value());
    assertThat(last.why()).contains("550 no such user");
  }

  @Test
  void theLogNamesTheTicketOfAMailThatCannotBeDelivered() {
    try (var log = RecordedLog.of(NoteUndeliverable.class)) {
      undeliverable(Audience.CUSTOMER);

      assertThat(log.lines())
          .containsExactly(ticket.number() + " a mail to the customer could not be delivered");
    }
  }

  @Test
  void theOwnerHearsThatAMailToTheCustomerDidNotArrive() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    undeliverable(Audience.CUSTOMER);

    assertThat(onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(onlyMail().audience()).isEqualTo(Audience.STAFF);
    assertThat(onlyMail().text())
        .contains("did not reach the customer", CARLA_MAIL.value(), "550 no such user");
  }

  @Test
  void ofAMailToStaffThatCannotBeDeliveredNobodyIsToldByMail() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);

    undeliverable(Audience.STAFF);

    assertThat(outbox.mails()).isEmpty();
    assertThat(customer.mailFailsSince()).isEmpty();
  }

  @Test
  void whereMailsComeBackOnlyPeopleGoOnWriting() {
    undeliverable(Audience.CUSTOMER);
    assertThat(customer.mailFailsSince()).contains(MONDAY_9AM);

    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    assertThat(outbox.mails()).isEmpty();
    Message reply = write(Purpose.REPLY, "Do you get this?");
    tellCustomer.passOn(new MessageWritten(ticket.id(), reply.id(), Purpose.REPLY));
    assertThat(outbox.mails()).hasSize(1);

    customer.wroteByMail();
    tellCustomer.remind(new CustomerReminded(ticket.id(), Optional.empty()));
    assertThat(outbox.mails()).hasSize(2);
  }

  private void undeliverable(Audience audience) {
    var fact =
        new MailUndeliverable(
            Optional.of(ticket.id().value()),
            audience,
            CARLA_MAIL,
            new HeaderText("x"),
            "550 no such user");
    new NoteUndeliverable(tickets, customers, new TestClock()).note(fact);
    tellStaff.tellOfUndeliverable(fact);
  }

  private Message write(Purpose purpose, String text) {
    return ticket.write(purpose, Author.of(ANA, "Ana"), Content.typed(text), MONDAY_9AM);
  }

  private OutgoingMail onlyMail() {
    assertThat(outbox.mails()).hasSize(1);
    return outbox.mails().get(0);
  }

  private static Agent agent(String login, TeamId team) {
    return new Agent(
        new AgentId(login),
        login,
        new EmailAddress(login + "@tierline.example"),
        team,
        Set.of(),
        Set.of("en"),
        40);
  }
}
