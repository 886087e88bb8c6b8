package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.customer.Customer;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Message;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.TicketOpened;

/** A lead makes a ticket of what the desk would not take, on a real database. */
abstract class OverruleVerdictContract {

  /** Quarantined, though nothing is wrong with it; the trouble is over. */
  private UUID keptOutByTheEngine() {
    boolean[] down = {true};
    desk.facts.on(
        TicketOpened.class,
        fact -> {
          if (down[0]) {
            throw new IllegalStateException("the engine was not there");
          }
        });
    UUID mail = delivered("From: " + customer + "\nSubject: Printer\n\nIt burns.\n");
    for (int i = 0; i < 3; i++) {
      desk.letLeasesExpire();
      desk.poll();
    }
    assertThat(states()).containsExactly(MailState.QUARANTINED);
    down[0] = false;
    return mail;
  }

  private static final Author LENA = Author.of(new AgentId("lena"), "Lena Lead");
  private static final Author LARS = Author.of(new AgentId("lars"), "Lars Lead");

  private final TestDatabase database;
  private final IntakeDesk desk;
  private final EmailAddress customer =
      new EmailAddress("carla." + UUID.randomUUID() + "@customer.example");

  OverruleVerdictContract(TestDatabase database) {
    this.database = database;
    this.desk = new IntakeDesk(database);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.forgetMails();
  }

  @Test
  void whatWasSetAsideBecomesATicketWithItsFilesAndIsNotAnswered() throws Exception {
    UUID mail = delivered(setAside());
    assertThat(states()).containsExactly(MailState.SUPPRESSED);

    TicketNumber number = takeIn(mail, LENA);

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(desk.facts.ofType(TicketOpened.class))
        .extracting(TicketOpened::number)
        .containsExactly(number);
    assertThat(this.<String>of(number, Ticket::subject)).isEqualTo("Your machine is mistaken");
    Message message = of(number, t -> t.messages().get(0));
    assertThat(message.html().orElseThrow()).contains("It burns").doesNotContain("script");
    assertThat(this.<Integer>of(number, t -> t.messages().get(0).attachments().size()))
        .isEqualTo(1);
    assertThat(requesterOf(number)).isEqualTo(customer);
    assertThat(mayAnswer(number)).isFalse();
  }

  @Test
  void theTicketSaysWhoTookItInAndWhatTheDeskThought() throws Exception {
    TicketNumber number = takeIn(delivered(setAside()), LENA);

    HistoryEntry entry =
        this.<List<HistoryEntry>>of(number, Ticket::history).stream()
            .filter(one -> one.kind() == HistoryKind.TAKEN_IN)
            .findFirst()
            .orElseThrow();
    assertThat(entry.actor()).isEqualTo(LENA);
    assertThat(entry.what()).isEqualTo("took in a mail that was set aside");
    assertThat(entry.why().orElseThrow()).contains("auto-reply");
    assertThat(desk.mails().get(0).reason().orElseThrow()).contains("lena", "auto-reply");
  }

  @Test
  void aMailWithoutSenderNeedsTheCustomersAddress() throws Exception {
    UUID mail = delivered("Subject: who am I\n\nno sender\n");

    assertThatExceptionOfType(CannotTakeInException.class)
        .isThrownBy(() -> takeIn(mail, LENA))
        .withMessage("This mail names no sender. Give the customer's address.");
    assertThat(states()).containsExactly(MailState.QUARANTINED);

    TicketNumber number = desk.overruleVerdict.takeIn(mail, Optional.of(customer), LENA);

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
    assertThat(requesterOf(number)).isEqualTo(customer);
    assertThat(mayAnswer(number)).as("the desk cannot know that it was theirs").isFalse();
    assertThat(desk.transactions.inNew(desk.quarantine::size)).isZero();
  }

  @Test
  void ourOwnAddressIsNobodysCustomer() {
    String ours = SETTINGS.supportAddress().value();
    UUID mail = delivered("From: " + ours + "\nSubject: for Carla\n\nShe rang.\n");
    assertThat(states()).containsExactly(MailState.SUPPRESSED);

    assertThatExceptionOfType(CannotTakeInException.class)
        .isThrownBy(() -> takeIn(mail, LENA))
        .withMessageContaining("address of this desk");
    assertThat(states()).containsExactly(MailState.SUPPRESSED);
  }

  @Test
  void whatCannotBeReadStaysWhereItIsWithTheReason() {
    UUID mail = delivered(nestedTooDeep());
    Optional<String> reason = desk.mails().get(0).reason();

    assertThatExceptionOfType(CannotTakeInException.class)
        .isThrownBy(() -> takeIn(mail, LENA))
        .withMessageStartingWith("This mail cannot be read: ");

    assertThat(states()).containsExactly(MailState.QUARANTINED);
    assertThat(desk.mails().get(0).reason()).isEqualTo(reason);
    assertThat(desk.facts.ofType(TicketOpened.class)).isEmpty();
  }

  @Test
  void aPersonsMailTheDatabaseKeptOutIsAcknowledgedAsUsual() throws Exception {
    UUID mail = keptOutByTheEngine();

    assertThat(mayAnswer(takeIn(mail, LENA))).isTrue();
  }

  @Test
  void whatTheScannerCannotLookAtWaitsForIt() throws Exception {
    UUID mail = delivered(setAside());
    desk.scannerAnswers = false;

    assertThatExceptionOfType(CannotTakeInException.class)
        .isThrownBy(() -> takeIn(mail, LENA))
        .withMessageContaining("scanner does not answer");
    desk.scannerAnswers = true;
    takeIn(mail, LENA);

    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void whoComesSecondIsToldSo() throws Exception {
    UUID mail = delivered(setAside());
    takeIn(mail, LENA);

    assertThatExceptionOfType(NotInQuarantineException.class)
        .isThrownBy(() -> takeIn(mail, LARS))
        .withMessageContaining("somebody was faster");
    assertThat(desk.facts.ofType(TicketOpened.class)).hasSize(1);
  }

  @Test
  void twoLeadsAtTheSameMomentOpenOneTicket() throws Exception {
    UUID mail = delivered(setAside());
    var other = new IntakeDesk(database);
    var bothHaveReadIt = new CyclicBarrier(2);
    desk.duringScan = () -> await(bothHaveReadIt);
    other.duringScan = () -> await(bothHaveReadIt);

    List<String> answers =
        atOnce(() -> answer(desk, mail, customer, LENA), () -> answer(other, mail, customer, LARS));

    assertThat(answers).containsExactlyInAnyOrder("opened", "somebody was faster");
    assertThat(opened(desk) + opened(other)).isEqualTo(1);
    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void twoLeadsWhoNameTwoCustomersOpenOneTicket() throws Exception {
    UUID mail = delivered(setAside());
    var other = new IntakeDesk(database);
    var bothHaveReadIt = new CyclicBarrier(2);
    desk.duringScan = () -> await(bothHaveReadIt);
    other.duringScan = () -> await(bothHaveReadIt);
    var bruno = new EmailAddress("bruno." + UUID.randomUUID() + "@customer.example");

    List<String> answers =
        atOnce(() -> answer(desk, mail, customer, LENA), () -> answer(other, mail, bruno, LARS));

    assertThat(answers).containsExactlyInAnyOrder("opened", "somebody was faster");
    assertThat(states()).containsExactly(MailState.TICKET_CREATED);
  }

  @Test
  void aDiscardedMailWasDecidedAbout() {
    UUID mail = delivered("Subject: spam\n\nno sender\n");
    desk.transactions.inNew(() -> discarded(mail));

    assertThatExceptionOfType(NotInQuarantineException.class)
        .isThrownBy(() -> desk.overruleVerdict.takeIn(mail, Optional.of(customer), LENA));
  }

  @Test
  void theSameMailIsNotTakenInTwice() {
    UUID mail = keptOutByTheEngine();
    delivered("From: " + customer + "\nSubject: Printer\n\nIt burns.\n\n");

    assertThat(states()).containsExactly(MailState.QUARANTINED, MailState.TICKET_CREATED);
    assertThatExceptionOfType(CannotTakeInException.class)
        .isThrownBy(() -> takeIn(mail, LENA))
        .withMessageContaining("The same mail was taken in before");
  }

  @Test
  void whatWasSetAsideIsReadPageByPage() {
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      subjects.add(0, "Away " + i);
      desk.clock.pass(Duration.ofMinutes(1));
      delivered(
          "Auto-Submitted: auto-replied\nFrom: " + customer + "\nSubject: Away " + i + "\n\n");
    }

    List<String> read = new ArrayList<>();
    for (int from = 0; from < 6; from += 2) {
      int start = from;
      desk.transactions.inNew(() -> desk.quarantine.setAside(start, 2)).stream()
          .flatMap(mail -> mail.subject().stream())
          .forEach(read::add);
    }

    assertThat(read).isEqualTo(subjects);
  }

  private boolean discarded(UUID mail) {
    try {
      desk.quarantine.discard(mail, "lena", "An advertisement");
      return true;
    } catch (NotInQuarantineException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> atOnce(Callable<String> one, Callable<String> other)
      throws Exception {
    ExecutorService leads = Executors.newFixedThreadPool(2);
    try {
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : leads.invokeAll(List.of(one, other))) {
        answers.add(answer.get(1, TimeUnit.MINUTES));
      }
      return answers;
    } finally {
      leads.shutdown();
    }
  }

  private static String answer(IntakeDesk at, UUID mail, EmailAddress customer, Author lead)
      throws CannotTakeInException {
    try {
      at.overruleVerdict.takeIn(mail, Optional.of(customer), lead);
      return "opened";
    } catch (NotInQuarantineException e) {
      return "somebody was faster";
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static int opened(IntakeDesk at) {
    return at.facts.ofType(TicketOpened.class).size();
  }

  private TicketNumber takeIn(UUID mail, Author lead)
      throws NotInQuarantineException, CannotTakeInException {
    return desk.overruleVerdict.takeIn(mail, Optional.empty(), lead);
  }

  /** The last mail of the mailbox, after the desk has decided about it. */
  private UUID delivered(String mail) {
    desk.mailbox.deliver(mail);
    desk.poll();
    List<ReceivedMail> mails = desk.mails();
    return mails.get(mails.size() - 1).id();
  }

  private List<MailState> states() {
    return desk.mails().stream().map(ReceivedMail::state).toList();
  }

  private boolean mayAnswer(TicketNumber number) {
    return desk.transactions.inNew(
        () ->
            desk.correspondence.mayAnswerAutomatically(
                desk.tickets.find(number).orElseThrow().id()));
  }

  private EmailAddress requesterOf(TicketNumber number) {
    Customer requester = of(number, ticket -> desk.customers.get(ticket.customer()));
    return requester.email();
  }

  private <T> T of(TicketNumber number, Function<Ticket, T> question) {
    return desk.transactions.inNew(() -> question.apply(desk.tickets.find(number).orElseThrow()));
  }

  private String setAside() {
    return """
        Auto-Submitted: auto-replied
        From: Carla Customer <%s>
        Subject: Your machine is mistaken
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/html

        <p>It burns.</p><script>alert(1)</script>
        --b
        Content-Disposition: attachment; filename=one.log

        one
        --b--
        """
        .formatted(customer);
  }

  private String nestedTooDeep() {
    var mail = new StringBuilder("From: " + customer + "\n");
    for (int i = 0; i < 40; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return mail.toString();
  }
}
