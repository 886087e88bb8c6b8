package org.tierline.platform.mail;

import java.time.Instant;
import org.tierline.platform.outbox.DeliveryFailedException;

/** Takes our mails and carries them on. */
interface MailServer {

  /**
   * Hands a mail over; when this returns, the server is responsible for it.
   *
   * @param writtenAt the date the mail carries
   */
  void send(OutgoingMail mail, Instant writtenAt) throws DeliveryFailedException;
}
