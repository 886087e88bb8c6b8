package org.tierline.notification;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.customer.Customers;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.AutoSubmitted;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.mail.OutgoingMailFixture;
import org.tierline.ticket.Ticket;

/** Writes the desk's letters for tests of other features. */
public final class PostboxFixture {

  private final OutboxInMemory outbox = new OutboxInMemory();
  private final Postbox postbox;

  public PostboxFixture(Customers customers) {
    this.postbox =
        new Postbox(
            outbox,
            new MailTemplates(Optional.empty(), ZoneOffset.UTC),
            customers,
            new DeskSettings("Tierline", URI.create("https://desk.example"), ZoneOffset.UTC),
            OutgoingMailFixture.SETTINGS,
            OutgoingMailFixture.SEAL);
  }

  /** We have received your request. */
  public OutgoingMail acknowledge(Ticket ticket) {
    postbox.toCustomer(ticket, AutoSubmitted.AUTO_REPLIED, "acknowledgement", Map.of());
    return last();
  }

  /** What an agent wrote. */
  public OutgoingMail answer(Ticket ticket) {
    postbox.toCustomer(
        ticket,
        AutoSubmitted.NO,
        "message",
        Map.of("lines", List.of("Try this."), "agent", "Ana", "question", false));
    return last();
  }

  private OutgoingMail last() {
    List<OutgoingMail> mails = outbox.mails();
    return mails.get(mails.size() - 1);
  }
}
