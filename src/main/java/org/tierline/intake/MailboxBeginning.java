package org.tierline.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * From when on the mails of a mailbox are the desk's. What lay there before was answered by other
 * means: it stays where it is, and nobody gets an acknowledgement years later. Once said this
 * holds, also when the server numbers its mails anew; only an earlier date takes its place.
 */
@Entity
@Table(name = "mailbox_beginning")
class MailboxBeginning {

  @Id private String mailbox;

  private Instant takenSince;

  /** By which numbers the mailbox was looked over. */
  private long uidValidity;

  private long passedOver;

  private int leftBehind;

  protected MailboxBeginning() {} // for JPA

  MailboxBeginning(String mailbox, Instant takenSince) {
    this.mailbox = mailbox;
    this.takenSince = takenSince;
    this.uidValidity = -1;
  }

  /** Whether the mailbox was looked over by these numbers, and for mails as old as these. */
  boolean covers(long validity, Optional<Instant> since) {
    return uidValidity == validity && since.filter(takenSince::isAfter).isEmpty();
  }

  /**
   * Decides which mails stay where they are.
   *
   * @param arrivals when the server received each mail it has, by uid
   */
  void lookOver(long validity, Map<Long, Instant> arrivals, Optional<Instant> since) {
    takenSince = since.filter(takenSince::isAfter).orElse(takenSince);
    uidValidity = validity;
    Collection<Long> old =
        arrivals.entrySet().stream()
            .filter(one -> isOld(one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    leftBehind = old.size();
    passedOver = old.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Whether a mail came before the desk. */
  boolean isOld(Instant arrival) {
    return arrival.isBefore(takenSince);
  }

  /** The highest number of a mail that was left, by these numbers; 0 when none was. */
  long passedOver(long validity) {
    return uidValidity == validity ? passedOver : 0;
  }

  /** What whoever set up the mailbox may not expect. */
  Optional<String> remark() {
    return leftBehind == 0
        ? Optional.empty()
        : Optional.of(
            "%,d mails from before %s are left in the mailbox untouched; an earlier tierline.mail.imap.since takes them in"
                .formatted(leftBehind, takenSince));
  }
}
