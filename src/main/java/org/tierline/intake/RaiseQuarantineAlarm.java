package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.tierline.platform.events.Facts;

/** Use case: whoever answers for the quarantine hears of new mails there, once of each. */
@ApplicationScoped
@Transactional
public class RaiseQuarantineAlarm {

  private static final int MOST_AT_ONCE = 100;

  private final ReceivedMails receivedMails;
  private final Facts facts;

  @Inject
  RaiseQuarantineAlarm(ReceivedMails receivedMails, Facts facts) {
    this.receivedMails = receivedMails;
    this.facts = facts;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RaiseQuarantineAlarm() {
    this(null, null);
  }

  public void raise() {
    List<ReceivedMail> mails = receivedMails.alarming(MOST_AT_ONCE);
    if (mails.isEmpty()) {
      return;
    }
    mails.forEach(ReceivedMail::alarmRaised);
    facts.announce(
        new MailsQuarantined(
            mails.stream().map(RaiseQuarantineAlarm::entry).toList(),
            receivedMails.countQuarantined()));
  }

  private static MailsQuarantined.Entry entry(ReceivedMail mail) {
    return new MailsQuarantined.Entry(
        mail.sender().orElse("nobody"),
        mail.subject().filter(text -> !text.isBlank()).orElse("(no subject)"),
        mail.reason().orElse("unknown"));
  }
}
