package org.tierline.portal.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tierline.customer.Customer;
import org.tierline.customer.Customers;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.files.FileSettings;
import org.tierline.platform.files.FileStore;
import org.tierline.portal.ticket.TicketViews;
import org.tierline.sla.ReadClocks;
import org.tierline.ticket.Channel;
import org.tierline.ticket.ConfirmSolution;
import org.tierline.ticket.Content;
import org.tierline.ticket.Direction;
import org.tierline.ticket.NewAttachment;
import org.tierline.ticket.NewTicket;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.StatusToken;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.Tickets;

/** What whoever holds the link to a request may see and do with it. */
@ApplicationScoped
@Transactional
public class OwnRequest {

  private final Tickets tickets;
  private final Customers customers;
  private final ReceiveReply receiveReply;
  private final ConfirmSolution confirmSolution;
  private final OpenTicket openTicket;
  private final FileStore files;
  private final FileSettings fileSettings;
  private final ReadClocks readClocks;
  private final DeskSettings desk;
  private final Clock clock;

  @Inject
  public OwnRequest(
      Tickets tickets,
      Customers customers,
      ReceiveReply receiveReply,
      ConfirmSolution confirmSolution,
      OpenTicket openTicket,
      FileStore files,
      FileSettings fileSettings,
      ReadClocks readClocks,
      DeskSettings desk,
      Clock clock) {
    this.tickets = tickets;
    this.customers = customers;
    this.receiveReply = receiveReply;
    this.confirmSolution = confirmSolution;
    this.openTicket = openTicket;
    this.files = files;
    this.fileSettings = fileSettings;
    this.readClocks = readClocks;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected OwnRequest() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  public Optional<StatusView> status(String token, StatusView.News news) {
    return find(token)
        .map(
            ticket ->
                StatusView.of(ticket, readClocks.of(ticket), desk.zone(), news, fileSettings));
  }

  /**
   * Where the request goes on, if it was merged into another of the same customer. What goes on
   * under somebody else's name is not theirs to read.
   */
  public Optional<StatusToken> movedTo(String token) {
    return find(token).flatMap(this::goesOnIn).map(Ticket::statusToken);
  }

  public Optional<TicketViews.File> file(String token, UUID message, UUID attachment) {
    return find(token).stream()
        .flatMap(ticket -> ticket.messages().stream())
        .filter(m -> m.id().value().equals(message) && m.direction() != Direction.INTERNAL)
        .flatMap(m -> m.attachments().stream())
        .filter(file -> file.id().equals(attachment))
        .map(file -> TicketViews.File.of(file, files))
        .findFirst();
  }

  /**
   * Takes the customer's message.
   *
   * @return the ticket it is in now: this one, or a new one that refers to it when this one was
   *     closed too long ago
   */
  public Optional<StatusToken> reply(String token, String text, List<Upload> uploads) {
    return find(token).map(ticket -> reply(ticket, content(text, uploads)));
  }

  /** The customer asks for something new. */
  public StatusToken open(RequestForm form, List<Upload> uploads) {
    return openTicket.open(form.toNewTicket(content(form.text(), uploads))).statusToken();
  }

  private Content content(String text, List<Upload> uploads) {
    List<NewAttachment> kept =
        uploads.stream()
            .map(
                upload ->
                    new NewAttachment(
                        upload.name(), upload.contentType(), files.keep(upload.content())))
            .toList();
    return new Content(text, text, Optional.empty(), Optional.empty(), kept);
  }

  /** The customer says that our solution works; says whether there is such a request. */
  public boolean confirm(String token) {
    Optional<Ticket> ticket = find(token);
    ticket.ifPresent(t -> confirmSolution.confirm(t.id(), customers.get(t.customer())));
    return ticket.isPresent();
  }

  private StatusToken reply(Ticket ticket, Content content) {
    Customer customer = customers.get(ticket.customer());
    return receiveReply
        .receive(ticket.id(), customer, Channel.PORTAL, content)
        .map(message -> ticket.statusToken())
        .orElseGet(
            () ->
                openTicket
                    .open(
                        new NewTicket(
                            customer.email(),
                            customer.name(),
                            ticket.subject(),
                            Channel.PORTAL,
                            content,
                            Optional.of(ticket.number())))
                    .statusToken());
  }

  private Optional<Ticket> goesOnIn(Ticket ticket) {
    return ticket
        .mergedInto()
        .map(into -> tickets.survivor(ticket))
        .filter(survivor -> survivor.customer().equals(ticket.customer()));
  }

  /** An expired link finds nothing, so that nobody can tell it from one that never was. */
  private Optional<Ticket> find(String token) {
    return StatusToken.parse(token).flatMap(tickets::findByStatusToken).filter(this::isLinkValid);
  }

  /** The link to a merged request leads somewhere as long as the one it goes on in. */
  private boolean isLinkValid(Ticket ticket) {
    return goesOnIn(ticket).orElse(ticket).isStatusLinkValid(clock.instant());
  }
}
