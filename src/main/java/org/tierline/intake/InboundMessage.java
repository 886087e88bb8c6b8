package org.tierline.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;

/**
 * A mail as the desk understands it.
 *
 * @param sender whom an answer would go to; empty when the mail names nobody we could answer
 * @param from whom it names as its writers, as written
 * @param to whom it names as its readers, as written; we need not be among them
 * @param deliveredTo the addresses it really came to, as the servers on its way noted them
 * @param date the Date header as it was written
 * @param text everything it says, as plain text
 * @param visibleReply the text without quotes of earlier mails, without signature, and without
 *     files that were written into it
 * @param html the same, cleaned of scripts and remote content, if it came as HTML
 * @param inReplyTo what the sender's program says it answers
 * @param references the conversation so far, oldest first
 * @param flags what a reader should know before trusting it, such as {@link #AMBIGUOUS}
 * @param kindReason the mark by which {@code kind} was recognised
 * @param bounce what it reports about an earlier mail, if it is a report
 */
public record InboundMessage(
    Optional<EmailAddress> sender,
    Optional<String> senderName,
    List<MailPerson> from,
    List<MailPerson> to,
    List<MailPerson> cc,
    List<MailPerson> replyTo,
    List<MailPerson> deliveredTo,
    String subject,
    String date,
    String text,
    String visibleReply,
    String signature,
    Optional<String> html,
    List<InboundFile> files,
    Optional<MailId> messageId,
    List<MailId> inReplyTo,
    List<MailId> references,
    List<String> flags,
    MailKind kind,
    String kindReason,
    Optional<Bounce> bounce)
    implements AutoCloseable {

  /** Other programs may read something else in it than we do. */
  public static final String AMBIGUOUS = "mime-ambiguous";

  public InboundMessage {
    from = List.copyOf(from);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    replyTo = List.copyOf(replyTo);
    deliveredTo = List.copyOf(deliveredTo);
    flags = List.copyOf(flags);
    files = List.copyOf(files);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
  }

  /** The same mail with a second look at its files. */
  InboundMessage with(UnaryOperator<InboundFile> look) {
    return with(sender, senderName, files.stream().map(look).toList(), kind, kindReason);
  }

  /** The same mail where somebody else than its From asks: it came through a form. */
  InboundMessage askedBy(EmailAddress person, String name) {
    Optional<EmailAddress> asking = Optional.of(person);
    Optional<String> named = Optional.of(name).filter(known -> !known.isBlank());
    boolean byPerson = kind == MailKind.HUMAN || kindReason.equals(KindOfMail.TAKES_NO_ANSWERS);
    if (!byPerson) {
      return with(asking, named, files, kind, kindReason);
    }
    return KindOfMail.takesNoAnswers(person.value())
        ? with(asking, named, files, MailKind.BULK, KindOfMail.TAKES_NO_ANSWERS)
        : with(asking, named, files, MailKind.HUMAN, "a form filled in");
  }

  private InboundMessage with(
      Optional<EmailAddress> newSender,
      Optional<String> newName,
      List<InboundFile> newFiles,
      MailKind newKind,
      String newReason) {
    return new InboundMessage(
        newSender,
        newName,
        from,
        to,
        cc,
        replyTo,
        deliveredTo,
        subject,
        date,
        text,
        visibleReply,
        signature,
        html,
        newFiles,
        messageId,
        inReplyTo,
        references,
        flags,
        newKind,
        newReason,
        bounce);
  }

  /** Lets go of its files. */
  @Override
  public void close() {
    files.forEach(file -> file.content().close());
  }

  /** Whether an automatic answer would reach a person. */
  public boolean mayAnswer() {
    return kind == MailKind.HUMAN && sender.isPresent();
  }
}
