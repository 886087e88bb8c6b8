package org.tierline.platform.mail;

import java.time.Instant;
import java.util.List;

/** How many automatic replies the desk has written, to tell a busy day from a loop. */
public interface SentReplies {

  long to(EmailAddress recipient, Instant since);

  /** To anybody at a mail domain, its subdomains not included. */
  long toDomain(String domain, Instant since);

  long toAnybody(Instant since);

  /** How many there were in each hour that had any, in no order. */
  List<Long> perHour(Instant since);
}
