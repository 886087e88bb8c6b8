package org.tierline.intake;

import java.util.Optional;

/** How far a mail counts as taken when its writer sent it to several addresses of the desk. */
enum SameMail {
  /** One request of one customer is one ticket, whichever way it came. */
  ONCE,
  /** Each mailbox is a desk of its own, and has its own ticket of it. */
  ONCE_PER_MAILBOX;

  /** The one mailbox to look in for what was taken before; empty for all of them. */
  Optional<String> within(String mailbox) {
    return this == ONCE ? Optional.empty() : Optional.of(mailbox);
  }
}
