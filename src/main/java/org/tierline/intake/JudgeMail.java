package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/**
 * Says what a mail is. The checks are asked in the order they are listed; the first answer counts,
 * and a mail nobody recognises is a new request, unless it looks like part of a loop.
 */
@ApplicationScoped
@Transactional
public class JudgeMail {

  private final ReceivedMails receivedMails;
  private final FindConversation findConversation;
  private final LoopGuard loopGuard;
  private final MailSeal seal;
  private final MailSettings settings;

  @Inject
  public JudgeMail(
      ReceivedMails receivedMails,
      FindConversation findConversation,
      LoopGuard loopGuard,
      MailSeal seal,
      MailSettings settings) {
    this.receivedMails = receivedMails;
    this.findConversation = findConversation;
    this.loopGuard = loopGuard;
    this.seal = seal;
    this.settings = settings;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected JudgeMail() {
    this(null, null, null, null, null);
  }

  private List<NamedCheck> checks(Optional<String> within) {
    return Stream.of(
            List.of(
                new NamedCheck("seen before", mail -> seenBefore(mail, within)),
                new NamedCheck("written by us", this::writtenByUs),
                new NamedCheck("answer of a machine", this::machineAnswer),
                new NamedCheck("without sender", this::withoutSender),
                new NamedCheck("automatic answer to our mail", this::automaticAnswer)),
            findConversation.checks())
        .flatMap(List::stream)
        .toList();
  }

  public Verdict judge(InboundMessage mail) {
    return examine(mail).verdict();
  }

  /** The verdict, and how it came about. */
  public Judgement examine(InboundMessage mail) {
    return examine(mail, Optional.empty());
  }

  /**
   * @param within the one mailbox in which the mail may have been taken before, if not in all
   */
  public Judgement examine(InboundMessage mail, Optional<String> within) {
    List<Judgement.Check> asked = new ArrayList<>();
    Verdict verdict =
        ask(checks(within), mail, asked)
            .orElse(new Verdict.NewTicket(Optional.empty(), "refers to nothing we know"));
    if (verdict instanceof Verdict.NewTicket) {
      var partOfLoop = new NamedCheck("part of a loop", one -> loopGuard.look(one, within));
      verdict = ask(List.of(partOfLoop), mail, asked).orElse(verdict);
    } else if (verdict instanceof Verdict.FollowUp joined) {
      var flood = new NamedCheck("one of too many", one -> loopGuard.look(one, joined.ticket()));
      verdict = ask(List.of(flood), mail, asked).orElse(verdict);
    }
    return judgement(mail, verdict, asked);
  }

  /** The first answer, if any. */
  private static Optional<Verdict> ask(
      List<NamedCheck> checks, InboundMessage mail, List<Judgement.Check> asked) {
    for (NamedCheck named : checks) {
      Optional<Verdict> found = named.check().look(mail);
      asked.add(new Judgement.Check(named.name(), found.map(Verdict::reason).orElse("no")));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Judgement judgement(InboundMessage mail, Verdict verdict, List<Judgement.Check> asked) {
    boolean taken = verdict instanceof Verdict.NewTicket || verdict instanceof Verdict.FollowUp;
    boolean person = mail.mayAnswer() && !bearsOurMark(mail) && !AbsenceNote.in(mail);
    return new Judgement(verdict, taken && person, asked, taken ? remarks(mail) : List.of());
  }

  /** What people should know before they trust the mail. */
  public List<String> remarks(InboundMessage mail) {
    List<String> remarks = new ArrayList<>();
    findConversation
        .usedBefore(mail)
        .ifPresent(
            other -> remarks.add("its mail bears the Message-ID of another mail, in " + other));
    if (mail.flags().contains(InboundMessage.AMBIGUOUS)) {
      remarks.add("its mail can be read in two ways; mistrust its files and its sender");
    }
    AnswersElsewhere.remark(mail, this::isOurs).ifPresent(remarks::add);
    Protection.remark(mail.flags()).ifPresent(remarks::add);
    return remarks;
  }

  /**
   * A stranger's mail with an id of our domain is one of ours on its way back. A form of our house
   * is no stranger, whoever filled it in.
   */
  private boolean bearsOurMark(InboundMessage mail) {
    String domain = settings.supportAddress().domain();
    Stream<EmailAddress> writers =
        mail.from().stream().flatMap(person -> EmailAddress.parse(person.email()).stream());
    return mail.messageId().filter(id -> id.value().endsWith("@" + domain + ">")).isPresent()
        && Stream.concat(mail.sender().stream(), writers)
            .noneMatch(writer -> writer.domain().equals(domain));
  }

  private Optional<Verdict> seenBefore(InboundMessage mail, Optional<String> within) {
    return receivedMails
        .findTaken(ContentKey.of(mail, within))
        .map(first -> new Verdict.Duplicate(first, "the same mail was taken before"));
  }

  private Optional<Verdict> writtenByUs(InboundMessage mail) {
    boolean fromUs = mail.sender().filter(this::isOurs).isPresent();
    boolean sentByUs = mail.messageId().flatMap(seal::read).isPresent();
    return fromUs || sentByUs
        ? Optional.of(new Verdict.Suppressed("our own mail came back"))
        : Optional.empty();
  }

  private boolean isOurs(EmailAddress address) {
    return settings.reachesUs(address, seal);
  }

  private Optional<Verdict> machineAnswer(InboundMessage mail) {
    return switch (mail.kind()) {
      case AUTO_REPLY, BOUNCE, FEEDBACK_REPORT -> Optional.of(said(mail));
      case PERHAPS_AUTO_REPLY ->
          answersAny(mail) || loopGuard.comesAtOnce(mail)
              ? Optional.of(said(mail))
              : Optional.empty();
      case AUTOMATIC, HUMAN, BULK, UNANSWERED -> Optional.empty();
    };
  }

  private Verdict said(InboundMessage mail) {
    return new Verdict.Suppressed(
        findConversation.meant(mail), Explanation.word(mail.kind()) + ": " + mail.kindReason());
  }

  /** Whether it refers to any mail, known to us or not. */
  private static boolean answersAny(InboundMessage mail) {
    return !mail.inReplyTo().isEmpty() || !mail.references().isEmpty();
  }

  /** A program may have something to report of its own, but nothing to say to what we wrote. */
  private Optional<Verdict> automaticAnswer(InboundMessage mail) {
    boolean machine = mail.kind() == MailKind.AUTOMATIC || mail.kind() == MailKind.BULK;
    if (!machine && !loopGuard.isAbsentAtOnce(mail)) {
      return Optional.empty();
    }
    return findConversation
        .answered(mail)
        .filter(ticket -> !mayBeHeard(mail, ticket))
        .map(
            ticket ->
                new Verdict.Suppressed(
                    Optional.of(ticket.id()), "answers our mail without a person having read it"));
  }

  /**
   * What might be a person's word is heard where one is worked for or waited for; it is too little
   * to reopen what is done.
   */
  private static boolean mayBeHeard(InboundMessage mail, Ticket ticket) {
    return switch (mail.kind()) {
      case AUTOMATIC -> false;
      case BULK -> !ticket.status().isFinished() && ticket.status() != TicketStatus.RESOLVED;
      default -> ticket.status() == TicketStatus.WAITING_FOR_CUSTOMER;
    };
  }

  private Optional<Verdict> withoutSender(InboundMessage mail) {
    return mail.sender().isEmpty()
        ? Optional.of(new Verdict.Quarantined("names no sender we could answer"))
        : Optional.empty();
  }
}
