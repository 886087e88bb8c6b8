package org.tierline.notification;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.tierline.agent.InMemoryAgents;
import org.tierline.customer.Customers;
import org.tierline.intake.Correspondence;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.ticket.TicketAcknowledged;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/** Lets tests of other features acknowledge tickets as the desk does. */
public final class TellCustomerFixture {

  private TellCustomerFixture() {}

  public static Consumer<TicketId> acknowledging(
      OutboxInMemory outbox,
      Tickets tickets,
      Customers customers,
      Correspondence correspondence,
      MailSettings mail,
      MailSeal seal,
      Clock clock) {
    var desk =
        new DeskSettings(
            mail.supportAddress().domain(), URI.create("https://desk.example"), ZoneOffset.UTC);
    var tellCustomer =
        new TellCustomer(
            new Postbox(
                outbox,
                new MailTemplates(Optional.empty(), ZoneOffset.UTC),
                customers,
                desk,
                mail,
                seal),
            tickets,
            customers,
            new InMemoryAgents(),
            correspondence,
            new AcknowledgementBrake(outbox, new AcknowledgementLimits(5, 200, 100), clock),
            desk,
            clock);
    return ticket -> tellCustomer.acknowledge(new TicketAcknowledged(ticket));
  }
}
