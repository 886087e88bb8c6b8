package org.tierline.intake;

import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SUPPORT;
import static org.tierline.platform.mail.OutgoingMailFixture.sealOf;
import static org.tierline.platform.mail.ReplyAddressFixture.replyAddress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailId;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.ticket.Ticket;

/**
 * How the second mail of a conversation may look: what mail programs, people, their colleagues and
 * their enemies make of it, each with what the desk has to do.
 */
final class Conversations {

  /** What has to become of a mail. */
  enum Expected {
    JOINS,
    OPENS,
    OPENS_BESIDE,
    WAITS_FOR_A_LEAD,
    IS_OURS,
    IS_SEEN_BEFORE
  }

  /** A second mail and what has to become of it. */
  record Second(String kind, String raw, Expected expected) {}

  /** A conversation as far as it has come: what the customer wrote and what we answered. */
  record Begun(
      String customer,
      String copied,
      String firstId,
      String first,
      Ticket ticket,
      OutgoingMail ours) {

    String number() {
      return ticket.number().inSubject();
    }
  }

  private static final List<String> ANSWERS =
      List.of(
          "Re: ",
          "RE: ",
          "AW: ",
          "Antw: ",
          "SV: ",
          "VS: ",
          "Odp: ",
          "R: ",
          "Re[2]: ",
          "RE : ",
          "Re: AW: Re: ",
          "Fwd: ",
          "WG: ",
          "TR: ",
          "回复: ",
          "Ответ: ",
          "[EXTERNAL] Re: ",
          "");

  private final Random random;

  Conversations(Random random) {
    this.random = random;
  }

  String first(String customer, String copied, String id) {
    return mail(customer, id)
        .with("Cc", "\"Second, Address\" <" + copied + ">")
        .subject(oneOf("Printer on fire", "Hilfe!", "Order 4711", "(ticket)", "question"))
        .raw();
  }

  Second next(Begun begun) {
    return oneOf(honest(begun), honest(begun), hostile(begun)).get();
  }

  /** Whom the conversation belongs to, by the ways their programs and habits take. */
  private Supplier<Second> honest(Begun b) {
    String our = b.ours().id().value();
    String all = references(b);
    String colleague = stranger("colleague");
    return oneOf(
        () ->
            joins(
                "In-Reply-To and References",
                answer(b).with("In-Reply-To", our).with("References", all)),
        () ->
            joins(
                "In-Reply-To only", mail(b.customer()).subject(changed()).with("In-Reply-To", our)),
        () ->
            joins(
                "In-Reply-To in words",
                mail(b.customer())
                    .subject(changed())
                    .with("In-Reply-To", "Your message of Monday \"hello\" " + our)),
        () -> joins("References only", answer(b).with("References", all)),
        () ->
            joins(
                "References folded, in other letters",
                mail(b.customer())
                    .subject(changed())
                    .with("References", all.replace(" ", "\n\t").replace(our, upper(our)))),
        () ->
            joins(
                "a hundred References",
                mail(b.customer()).subject(changed()).with("References", many() + all)),
        () -> joins("subject only", answer(b)),
        () -> joins("subject only, encoded", answer(b).encoded()),
        () ->
            joins("subject only, name in capitals", mail(upper(b.customer())).subject(answered(b))),
        () ->
            joins("changed subject", mail(b.customer()).subject(changed()).with("References", all)),
        () ->
            joins(
                "reply address only",
                mail(b.customer()).subject(changed()).to(replyAddress(b.ticket().id().value()))),
        () ->
            joins(
                "reply address in Cc",
                mail(b.customer())
                    .subject(changed())
                    .with("Cc", upper(replyAddress(b.ticket().id().value()).value()))),
        () ->
            joins(
                "delivered to the reply address",
                mail(b.customer())
                    .subject(changed())
                    .with("Delivered-To", replyAddress(b.ticket().id().value()).value())),
        () ->
            joins(
                "forwarded back by the customer",
                mail(b.customer()).subject("Fwd: " + b.ours().subject()).with("References", all)),
        () ->
            joins(
                "forwarded to a colleague who answers",
                mail(colleague)
                    .subject("Re: Fwd: " + b.ours().subject())
                    .with("In-Reply-To", "<fwd." + UUID.randomUUID() + "@customer.example>")
                    .with("References", all)),
        () ->
            joins(
                "second address, answer to all",
                mail(b.copied()).subject("Re: x").with("In-Reply-To", b.firstId())),
        () -> joins("second address, subject only", mail(b.copied()).subject(answered(b))),
        () ->
            joins(
                "answers their own mail",
                mail(b.customer()).subject(changed()).with("In-Reply-To", b.firstId())),
        () -> joins("altered id, but the number", answer(b).with("In-Reply-To", altered(our))),
        () -> expect("a new matter", mail(b.customer()).subject(changed()), Expected.OPENS),
        () ->
            expect(
                "a number of nobody",
                mail(b.customer()).subject("Re: [#999999] x"),
                Expected.OPENS),
        () ->
            expect(
                "a Message-ID used twice",
                mail(b.customer(), b.firstId()).subject(changed()),
                Expected.OPENS),
        () ->
            new Second(
                "delivered twice", "Received: again\n" + b.first(), Expected.IS_SEEN_BEFORE));
  }

  /** Strangers, forgers, and staff where they should not be. */
  private Supplier<Second> hostile(Begun b) {
    String our = b.ours().id().value();
    String mallory = stranger("mallory");
    UUID ticket = b.ticket().id().value();
    MailId staff = SEAL.newId(Optional.of(ticket), Audience.STAFF, SUPPORT);
    return oneOf(
        () -> beside("stolen number", mail(mallory).subject(answered(b))),
        () ->
            beside(
                "stolen id of the customer",
                mail(mallory).subject("Re: x").with("In-Reply-To", b.firstId())),
        () ->
            beside(
                "stolen number, forged id",
                mail(mallory).subject(answered(b)).with("In-Reply-To", altered(our))),
        () ->
            beside(
                "answers go to the customer",
                mail(mallory).subject(answered(b)).with("Reply-To", b.customer())),
        () ->
            beside(
                "sender is the customer",
                mail(mallory).subject(answered(b)).with("Sender", b.customer())),
        () ->
            beside(
                "the customer's name",
                mail(mallory).named("\"" + b.customer() + "\"").subject(answered(b))),
        () -> opens("altered id", mail(mallory).subject("Re: x").with("In-Reply-To", altered(our))),
        () ->
            opens(
                "another ticket under a true seal",
                mail(mallory)
                    .subject("Re: x")
                    .with(
                        "References",
                        our.replace(ticket.toString(), UUID.randomUUID().toString()))),
        () ->
            opens(
                "an id of another desk",
                mail(mallory)
                    .subject("Re: x")
                    .with(
                        "References",
                        sealOf("another")
                            .newId(Optional.of(ticket), Audience.CUSTOMER, SUPPORT)
                            .value())),
        () ->
            opens(
                "an id without seal",
                mail(mallory)
                    .subject("Re: x")
                    .with("In-Reply-To", "<tl." + ticket + "@tierline.example>")),
        () ->
            opens(
                "a forged reply address",
                mail(mallory)
                    .subject("x")
                    .to(new EmailAddress(altered(replyAddress(ticket).value())))),
        () ->
            expect(
                "staff answers a notification",
                mail(ThreadingDesk.ANA.value())
                    .subject("Re: yours")
                    .with("In-Reply-To", staff.value()),
                Expected.WAITS_FOR_A_LEAD),
        () ->
            expect(
                "a stranger with a mail for staff",
                mail(mallory).subject("Re: yours").with("In-Reply-To", staff.value()),
                Expected.WAITS_FOR_A_LEAD),
        () ->
            expect(
                "in the name of staff",
                mail(ThreadingDesk.ANA.value()).subject(answered(b)),
                Expected.WAITS_FOR_A_LEAD),
        () ->
            expect(
                "staff holds a mail of ours",
                mail(ThreadingDesk.ANA.value()).subject("x").with("In-Reply-To", our),
                Expected.WAITS_FOR_A_LEAD),
        () ->
            expect(
                "answers go to staff",
                answer(b).with("Reply-To", ThreadingDesk.ANA.value()),
                Expected.WAITS_FOR_A_LEAD),
        () ->
            expect("in our own name", mail(SUPPORT.value()).subject(answered(b)), Expected.IS_OURS),
        () ->
            expect("under our own id", mail(mallory, our).subject(answered(b)), Expected.IS_OURS));
  }

  private Second joins(String kind, Mail mail) {
    return expect(kind, mail, Expected.JOINS);
  }

  private Second opens(String kind, Mail mail) {
    return expect(kind, mail, Expected.OPENS);
  }

  private Second beside(String kind, Mail mail) {
    return expect(kind, mail, Expected.OPENS_BESIDE);
  }

  private Second expect(String kind, Mail mail, Expected expected) {
    return new Second(kind, mail.raw(), expected);
  }

  private Mail answer(Begun b) {
    return mail(b.customer()).subject(answered(b));
  }

  private String answered(Begun b) {
    return oneOf(ANSWERS.toArray(String[]::new)) + b.ours().subject();
  }

  private String changed() {
    return oneOf("Something else", "", "Re:", "Order [4711]", "#5001", "Fwd: fyi", "[#x] odd");
  }

  private static String references(Begun b) {
    List<String> ids = new ArrayList<>();
    b.ours().references().forEach(id -> ids.add(id.value()));
    ids.add(b.ours().id().value());
    return String.join(" ", ids);
  }

  private String many() {
    var ids = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      ids.append("<").append(i).append(".").append(random.nextLong()).append("@list.example>\n ");
    }
    return ids.toString();
  }

  /** One character of the sealed part is another. */
  private String altered(String sealed) {
    int end = sealed.lastIndexOf('@');
    int at = end - 1 - random.nextInt(20);
    char other = sealed.charAt(at) == '7' ? '8' : '7';
    return sealed.substring(0, at) + other + sealed.substring(at + 1);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private String stranger(String name) {
    return name + "." + Long.toHexString(random.nextLong()) + "@elsewhere.example";
  }

  private Mail mail(String from) {
    return mail(from, "<" + Long.toHexString(random.nextLong()) + "@program.example>");
  }

  private Mail mail(String from, String id) {
    return new Mail(from, id, "Hello " + random.nextInt() + "!");
  }

  @SafeVarargs
  private <T> T oneOf(T... things) {
    return things[random.nextInt(things.length)];
  }

  /** A mail in the making. */
  private static final class Mail {
    private final List<String> headers = new ArrayList<>();
    private final String from;
    private final String text;
    private String name = "Somebody";
    private String to = SUPPORT.value();
    private String subject = "";

    private Mail(String from, String id, String text) {
      this.from = from;
      this.text = text;
      headers.add("Message-ID: " + id);
    }

    Mail with(String header, String value) {
      headers.add(header + ": " + value);
      return this;
    }

    Mail subject(String newSubject) {
      subject = newSubject;
      return this;
    }

    Mail named(String newName) {
      name = newName;
      return this;
    }

    Mail to(EmailAddress address) {
      to = address.value();
      return this;
    }

    Mail encoded() {
      var words = new StringBuilder("=?UTF-8?Q?");
      for (byte b : subject.getBytes(StandardCharsets.UTF_8)) {
        words.append("=%02X".formatted(b));
      }
      subject = words.append("?=").toString();
      return this;
    }

    String raw() {
      return "From: %s <%s>\nTo: %s\nSubject: %s\nDate: Mon, 23 Nov 2026 09:00:00 +0000\n%s\n\n%s\n"
          .formatted(name, from, to, subject, String.join("\n", headers), text);
    }
  }
}
