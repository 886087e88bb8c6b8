package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mails the desk could not make sense of, for a lead to look at and to try again. */
@ApplicationScoped
@Transactional
public class Quarantine {

  private static final int MAX_HEADER_LENGTH = 65_536;

  private static final Pattern END_OF_HEADERS = Pattern.compile("\\r?\\n\\r?\\n|\\r\\r");

  private static final Logger LOG = System.getLogger(Quarantine.class.getName());

  private final ReceivedMails receivedMails;

  @Inject
  Quarantine(ReceivedMails receivedMails) {
    this.receivedMails = receivedMails;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Quarantine() {
    this(null);
  }

  /** What waits for a person, newest first. */
  public List<ReceivedMail> waiting(int most) {
    return receivedMails.quarantined(most);
  }

  public long size() {
    return receivedMails.count(MailState.QUARANTINED);
  }

  /** The headers as they came, to be shown as text and nothing else. */
  public String rawHeaders(UUID mail) {
    byte[] raw = receivedMails.raw(mail).orElse(new byte[0]);
    String start =
        new String(raw, 0, Math.min(raw.length, MAX_HEADER_LENGTH), StandardCharsets.ISO_8859_1);
    Matcher end = END_OF_HEADERS.matcher(start);
    return CleanText.of(end.find() ? start.substring(0, end.start()) : start);
  }

  /** Tries a mail once more, as if it had just come. */
  public void replay(UUID mail) {
    receivedMails.get(mail).replay();
    LOG.log(Level.INFO, "Mail {0} is tried once more", mail);
  }
}
