package org.tierline.journey;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.tierline.demo.DemoMailbox;

/** A customer's mail program: writes by SMTP, reads its own mailbox by IMAP. */
final class CustomerMail {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Session session;
  private final int imapPort;
  private final String address;
  private final Set<String> read = new HashSet<>();

  CustomerMail(String address, int smtpPort, int imapPort) {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(smtpPort));
    properties.put("mail.from", address);
    this.session = Session.getInstance(properties);
    this.address = address;
    this.imapPort = imapPort;
  }

  /** One of many customers, each of a company of their own. */
  static CustomerMail ofCustomer(int number, DemoMailbox mailbox) {
    return new CustomerMail(
        "carla@customer-%d.example".formatted(number), mailbox.smtpPort(), mailbox.imapPort());
  }

  /** A mail as its reader sees it. */
  record Mail(String messageId, String subject, String text) {

    /** The first address in the text that starts so, such as the link to the status page. */
    String link(String start) {
      int from = text.indexOf(start);
      if (from < 0) {
        throw new AssertionError("No link " + start + " in:\n" + text);
      }
      return text.substring(from).split("[\\s>\")]", 2)[0];
    }
  }

  String address() {
    return address;
  }

  void write(String subject, String text) {
    send(subject, text, Optional.empty());
  }

  void answer(Mail mail, String text) {
    send("Re: " + mail.subject(), text, Optional.of(mail));
  }

  private void send(String subject, String text, Optional<Mail> inReplyTo) {
    try {
      var mail = new MimeMessage(session);
      mail.setFrom(new InternetAddress(address, "Carla Customer"));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress("support@tierline.example"));
      mail.setSubject(subject);
      String quoted =
          inReplyTo
              .map(m -> "\n\nOn Monday, the desk wrote:\n> " + m.text().replace("\n", "\n> "))
              .orElse("");
      mail.setText(text + quoted, "UTF-8");
      if (inReplyTo.isPresent()) {
        mail.setHeader("In-Reply-To", inReplyTo.get().messageId());
        mail.setHeader("References", inReplyTo.get().messageId());
      }
      Transport.send(mail);
    } catch (MessagingException | IOException e) {
      throw new AssertionError("The customer's mail program failed", e);
    }
  }

  /** The next unread mail with these words in its subject or text; waits until it is there. */
  Mail next(String words) {
    return next(words, PATIENCE);
  }

  /** The same for whom the desk has promised a time. */
  Mail next(String words, Duration promised) {
    List<Mail> found = new ArrayList<>();
    await("mail to " + address + " with: " + words)
        .atMost(promised)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              found.clear();
              for (Mail mail : inbox()) {
                boolean matches = mail.subject().contains(words) || mail.text().contains(words);
                if (matches && !read.contains(mail.messageId())) {
                  found.add(mail);
                }
              }
              return !found.isEmpty();
            });
    read.add(found.get(0).messageId());
    return found.get(0);
  }

  List<Mail> inbox() {
    try (Store store = session.getStore("imap")) {
      store.connect("127.0.0.1", imapPort, address, "any");
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<Mail> mails = new ArrayList<>();
        for (Message message : inbox.getMessages()) {
          mails.add(
              new Mail(
                  message.getHeader("Message-ID")[0], message.getSubject(), plainText(message)));
        }
        return mails;
      }
    } catch (MessagingException | IOException e) {
      throw new AssertionError("The mailbox of " + address + " cannot be read", e);
    }
  }

  private static String plainText(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return ((String) part.getContent()).replace("\r\n", "\n");
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String text = plainText(parts.getBodyPart(i));
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }
}
