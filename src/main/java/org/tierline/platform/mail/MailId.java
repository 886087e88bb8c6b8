package org.tierline.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-ID of a mail, angle brackets included (RFC 5322 §3.6.4): what an answer refers to,
 * and what tells a mail that is sent twice from two mails.
 */
public record MailId(String value) {

  /** Printable ASCII without spaces and angle brackets, in brackets; as long as a line may be. */
  private static final Pattern FORM = Pattern.compile("<[!-;=?-~]{1,990}>");

  /** A single id whose writer forgot the brackets. */
  private static final Pattern BARE = Pattern.compile("[!-;=?A-~]{1,490}@[!-;=?A-~]{1,490}");

  public MailId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a Message-ID: " + HeaderText.printable(value));
    }
  }

  /** Reads the first id in a header somebody sent us; empty when there is none we could repeat. */
  public static Optional<MailId> parse(String header) {
    return allIn(header).stream().findFirst();
  }

  /** Reads a header that lists ids, such as References; what does not look like one is left out. */
  public static List<MailId> allIn(String header) {
    List<MailId> ids = new ArrayList<>();
    Matcher id = FORM.matcher(header);
    while (id.find()) {
      ids.add(new MailId(id.group()));
    }
    if (ids.isEmpty() && BARE.matcher(header.strip()).matches()) {
      ids.add(new MailId("<" + header.strip() + ">"));
    }
    return List.copyOf(ids);
  }

  @Override
  public String toString() {
    return value;
  }
}
