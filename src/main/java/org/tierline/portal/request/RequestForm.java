package org.tierline.portal.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.files.FileSettings;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.NewTicket;

/**
 * The form of a new request as the customer last saw it: what they typed, and beside it what is
 * wrong.
 *
 * @param fileLimit what a single file may weigh, such as {@code 20 MB}
 */
record RequestForm(
    String name,
    String email,
    String subject,
    String text,
    @Nullable String nameError,
    @Nullable String emailError,
    @Nullable String subjectError,
    @Nullable String textError,
    @Nullable String filesError,
    @Nullable String trouble,
    String fileLimit) {

  private static final int MAX_NAME = 200;
  private static final int MAX_SUBJECT = 500;
  private static final int MAX_TEXT = 100_000;

  static RequestForm empty(String subject, FileSettings files) {
    return new RequestForm(
        "",
        "",
        subject,
        "",
        null,
        null,
        null,
        null,
        null,
        null,
        FileSettings.words(files.mostBytes()));
  }

  static RequestForm check(SentForm sent) {
    String name = sent.text("name").strip();
    String email = sent.text("email").strip();
    String subject = sent.text("subject").strip();
    String text = sent.text("text").strip();
    return new RequestForm(
        name,
        email,
        subject,
        text,
        name.length() > MAX_NAME ? "Please use at most " + MAX_NAME + " characters." : null,
        EmailAddress.parse(email).isEmpty()
            ? "Please enter a mail address we can answer to, such as name@example.com."
            : null,
        lengthError(subject, MAX_SUBJECT, "Please say in a few words what it is about."),
        lengthError(text, MAX_TEXT, "Please tell us what happened."),
        sent.fileError().orElse(null),
        sent.text("website").isBlank()
            ? null
            : "Please leave the field “Website” empty; only robots fill it in. We have emptied it,"
                + " send the form once more.",
        sent.fileLimit());
  }

  private static @Nullable String lengthError(String value, int most, String whenEmpty) {
    if (value.isEmpty()) {
      return whenEmpty;
    }
    return value.length() > most ? "Please use at most " + most + " characters." : null;
  }

  RequestForm inTrouble(String what) {
    return new RequestForm(
        name,
        email,
        subject,
        text,
        nameError,
        emailError,
        subjectError,
        textError,
        filesError,
        what,
        fileLimit);
  }

  boolean isFine() {
    return nameError == null
        && emailError == null
        && subjectError == null
        && textError == null
        && filesError == null
        && trouble == null;
  }

  /** For the template: something beside a field is wrong. */
  boolean hasErrors() {
    return !isFine();
  }

  NewTicket toNewTicket(Content content) {
    return new NewTicket(
        EmailAddress.parse(email).orElseThrow(),
        Optional.of(name).filter(given -> !given.isEmpty()),
        subject,
        Channel.PORTAL,
        content,
        Optional.empty());
  }
}
