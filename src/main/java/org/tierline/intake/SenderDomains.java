package org.tierline.intake;

import java.time.Instant;

/** How busy the mail domains are that write to the desk. */
interface SenderDomains {

  /** How many tickets the mails of everybody there opened; subdomains are domains of their own. */
  long ticketsFrom(String domain, Instant since);
}
