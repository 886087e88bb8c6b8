package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.platform.files.Spool;

/** Mails the desk could not make sense of, for a lead to look at and to try again. */
@ApplicationScoped
@Transactional(rollbackOn = NotInQuarantineException.class)
public class Quarantine {

  private static final int MAX_HEADER_LENGTH = 65_536;

  private static final Pattern END_OF_HEADERS = Pattern.compile("\\r?\\n\\r?\\n|\\r\\r");

  private static final Logger LOG = System.getLogger(Quarantine.class.getName());

  private final ReceivedMails receivedMails;
  private final Clock clock;

  @Inject
  Quarantine(ReceivedMails receivedMails, Clock clock) {
    this.receivedMails = receivedMails;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Quarantine() {
    this(null, null);
  }

  /** What waits for a person, newest first. */
  public List<ReceivedMail> waiting(int most) {
    return receivedMails.quarantined(most);
  }

  /**
   * What machines wrote that belongs to no ticket, newest first.
   *
   * @param from how many of them to pass over
   */
  public List<ReceivedMail> setAside(int from, int most) {
    return receivedMails.setAside(from, most);
  }

  public long size() {
    return receivedMails.countQuarantined();
  }

  /**
   * The mail as it came, byte by byte, for the caller to close; empty when the mailbox never handed
   * it over.
   */
  public Optional<Spool> original(UUID mail) {
    return receivedMails.raw(receivedMails.get(mail));
  }

  /** The headers as they came, to be shown as text and nothing else. */
  public String rawHeaders(UUID mail) {
    String start =
        new String(
            receivedMails.start(receivedMails.get(mail), MAX_HEADER_LENGTH),
            StandardCharsets.ISO_8859_1);
    Matcher end = END_OF_HEADERS.matcher(start);
    return CleanText.of(end.find() ? start.substring(0, end.start()) : start);
  }

  /** Tries a mail once more, as if it had just come. */
  public void replay(UUID mail) throws NotInQuarantineException {
    receivedMails.get(mail).replay();
    LOG.log(Level.INFO, "Mail {0} is tried once more", mail);
  }

  /**
   * Nothing shall come of this mail. It stays kept with the reason.
   *
   * @param by the account of the lead who decided
   * @throws IllegalArgumentException without a reason
   */
  public void discard(UUID mail, String by, String reason) throws NotInQuarantineException {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A mail is discarded for a reason");
    }
    receivedMails.get(mail).discard(by, reason, clock.instant());
    LOG.log(Level.INFO, "Mail {0} discarded by {1}", mail, by);
  }
}
