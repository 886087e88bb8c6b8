package org.tierline.portal.ticket;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.Teams;
import org.tierline.agent.WorkList;
import org.tierline.customer.Customer;
import org.tierline.customer.CustomerId;
import org.tierline.customer.Customers;
import org.tierline.platform.files.FileStore;
import org.tierline.platform.files.Spool;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.portal.customer.CustomerJson;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.TicketClocks;
import org.tierline.survey.Survey;
import org.tierline.survey.Surveys;
import org.tierline.ticket.Attachment;
import org.tierline.ticket.Author;
import org.tierline.ticket.ChooseCopies;
import org.tierline.ticket.Copies;
import org.tierline.ticket.Direction;
import org.tierline.ticket.Message;
import org.tierline.ticket.TakesNoPartException;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.TicketQuery;
import org.tierline.ticket.Tickets;

/** Reads tickets for the API, each in one transaction so that what it shows belongs together. */
@ApplicationScoped
@Transactional
public class TicketViews {

  private static final int EARLIER_TICKETS = 10;

  private final Tickets tickets;
  private final Customers customers;
  private final WorkList workList;
  private final Surveys surveys;
  private final FileStore files;
  private final Teams teams;
  private final ReadClocks readClocks;
  private final ChooseCopies chooseCopies;

  @Inject
  public TicketViews(
      Tickets tickets,
      Customers customers,
      WorkList workList,
      Surveys surveys,
      FileStore files,
      Teams teams,
      ReadClocks readClocks,
      ChooseCopies chooseCopies) {
    this.tickets = tickets;
    this.customers = customers;
    this.workList = workList;
    this.surveys = surveys;
    this.files = files;
    this.teams = teams;
    this.readClocks = readClocks;
    this.chooseCopies = chooseCopies;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TicketViews() {
    this(null, null, null, null, null, null, null, null);
  }

  /** One page of a list. */
  public record Page(List<TicketJson> tickets, int page, int pageSize, boolean more) {}

  public Page list(TicketQuery query) {
    List<Ticket> page = tickets.search(query);
    Map<TicketId, TicketClocks> clocks = readClocks.of(page);
    Map<CustomerId, Customer> askedBy =
        customers.all(page.stream().map(Ticket::customer).collect(toSet()));
    List<TicketJson> found =
        page.stream()
            .map(
                ticket ->
                    TicketJson.heading(
                        ticket,
                        requireNonNull(askedBy.get(ticket.customer())),
                        survivorOf(ticket),
                        clocks.get(ticket.id())))
            .toList();
    boolean full = found.size() == query.pageSize();
    boolean more = full && !tickets.search(query.firstBehind()).isEmpty();
    return new Page(found, query.page(), query.pageSize(), more);
  }

  public TicketJson ticket(long number) {
    Ticket ticket = find(number);
    return TicketJson.of(
        ticket, customerOf(ticket), survivorOf(ticket), readClocks.of(ticket).orElse(null));
  }

  public List<TimelineJson> timeline(long number) {
    return find(number).history().stream().map(TimelineJson::of).toList();
  }

  public WorkJson work(long number, AgentId asking) {
    Ticket ticket = find(number);
    return new WorkJson(
        workList.ofTicket(number).stream().map(i -> WorkJson.ItemJson.of(i, asking)).toList(),
        CustomerJson.of(customerOf(ticket)),
        tickets.ofCustomer(ticket.customer(), EARLIER_TICKETS + 1).stream()
            .filter(Predicate.not(ticket::equals))
            .limit(EARLIER_TICKETS)
            .map(WorkJson.EarlierJson::of)
            .toList(),
        teams.names(),
        chooseCopies.offers(ticket.id()).stream().map(WorkJson.CopyJson::of).toList(),
        ticket.lastHandOver().map(WorkJson.HandOverJson::of).orElse(null),
        surveys
            .findLatestAbout(ticket.id())
            .flatMap(Survey::rating)
            .map(WorkJson.RatingJson::of)
            .orElse(null));
  }

  /**
   * A file to download.
   *
   * @param content for the reader to close
   */
  public record File(String name, String contentType, Spool content) {

    public static File of(Attachment attachment, FileStore files) {
      return new File(attachment.name(), attachment.contentType(), files.fetch(attachment.file()));
    }
  }

  public File file(long number, UUID message, UUID attachment) {
    return find(number).messages().stream()
        .filter(m -> m.id().value().equals(message))
        .flatMap(m -> m.attachments().stream())
        .filter(a -> a.id().equals(attachment))
        .map(file -> File.of(file, files))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** The mail a message came in, byte by byte, whatever became of its files. */
  public File original(long number, UUID message) {
    return find(number).messages().stream()
        .filter(m -> m.id().value().equals(message))
        .flatMap(m -> m.originalFile().map(kept -> mail(number, m, kept)).stream())
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private File mail(long number, Message message, UUID kept) {
    return new File(
        "%d-%d.eml".formatted(number, message.sequence()), "message/rfc822", files.fetch(kept));
  }

  public TicketJson.MessageJson message(long number, UUID id) {
    Ticket ticket = find(number);
    return ticket.messages().stream()
        .filter(m -> m.id().value().equals(id))
        .map(m -> TicketJson.MessageJson.of(ticket, m))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Those whom an agent wants to hear an answer beside the customer.
   *
   * @param forCustomer whether it is for the customer at all
   */
  public Copies copies(long number, @Nullable List<@Nullable String> cc, boolean forCustomer) {
    if (cc == null || cc.isEmpty()) {
      return Copies.NONE;
    }
    if (!forCustomer) {
      throw invalidCopies("goes with what the customer hears only");
    }
    try {
      return chooseCopies.choose(
          find(number).id(), cc.stream().map(one -> requireNonNullElse(one, "")).toList());
    } catch (TakesNoPartException e) {
      throw invalidCopies("names somebody else: " + e.getMessage());
    }
  }

  private static ProblemException invalidCopies(String why) {
    return new ProblemException(Problem.invalid(List.of(new Problem.FieldError("cc", why))));
  }

  public Ticket find(long number) {
    if (number < 1) {
      throw new NotFoundException();
    }
    return tickets.find(new TicketNumber(number)).orElseThrow(NotFoundException::new);
  }

  /** For an agent who comes too late: who did what last, and where the ticket stands now. */
  public String whatHappenedLast(long number) {
    Ticket ticket = find(number);
    String lastDeed =
        ticket.history().stream()
            .filter(entry -> entry.actor().kind() == Author.Kind.AGENT)
            .reduce((earlier, later) -> later)
            .map(entry -> entry.actor().name() + " " + entry.what() + "; the")
            .orElse("The");
    return "%s ticket is now %s in team %s."
        .formatted(
            lastDeed,
            ticket.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            ticket.team());
  }

  /** Whether the customer wrote after this message, which an agent has seen. */
  public boolean customerWroteAfter(long number, UUID lastSeen) {
    List<Message> messages = find(number).messages();
    int seen =
        messages.stream()
            .filter(m -> m.id().value().equals(lastSeen))
            .mapToInt(Message::sequence)
            .findFirst()
            .orElse(0);
    return messages.stream()
        .anyMatch(m -> m.sequence() > seen && m.direction() == Direction.INBOUND);
  }

  private @Nullable Long survivorOf(Ticket ticket) {
    return ticket.mergedInto().isEmpty() ? null : tickets.survivor(ticket).number().value();
  }

  private Customer customerOf(Ticket ticket) {
    return customers.get(ticket.customer());
  }
}
