package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.Times;
import org.tierline.portal.ticket.TicketJson;
import org.tierline.portal.ticket.TicketStatusParam;
import org.tierline.portal.ticket.TicketViews;
import org.tierline.ticket.TicketQuery;
import org.tierline.ticket.TicketStatus;

/** The pages of the staff; the container has asked for a login before anything gets here. */
@RequestScoped
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class DeskPages {

  private static final int PAGE_SIZE = 25;

  private final Pages pages;
  private final Reader reader;
  private final TicketViews views;
  private final DeskSettings desk;

  @Inject
  public DeskPages(Pages pages, Reader reader, TicketViews views, DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.views = views;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public DeskPages() {
    this(null, null, null, null);
  }

  /** A choice of the status filter. */
  record StatusChoice(String code, String name, boolean isChosen) {}

  /** One line of the list. */
  record Line(
      long number,
      String subject,
      String status,
      String statusClass,
      String priority,
      String priorityClass,
      String category,
      String team,
      String owner,
      String requester,
      String updated) {}

  /** The list of tickets. */
  record ListPage(
      Reader.Who who,
      boolean isTickets,
      List<Line> lines,
      boolean isEmpty,
      String q,
      List<StatusChoice> statuses,
      @Nullable String earlier,
      @Nullable String later,
      int pageNumber) {}

  @GET
  public Response list(
      @QueryParam("status") @DefaultValue("") TicketStatusParam status,
      @QueryParam("q") @DefaultValue("") String q,
      @QueryParam("page") @DefaultValue("0") int page,
      @Context SecurityContext caller) {
    int from = Math.max(0, Math.min(page, 100_000));
    TicketViews.Page found =
        views.list(
            new TicketQuery(
                status.status(), Optional.of(q).filter(text -> !text.isBlank()), from, PAGE_SIZE));
    return pages.show(
        "desk-tickets",
        new ListPage(
            reader.of(caller),
            true,
            found.tickets().stream().map(this::line).toList(),
            found.tickets().isEmpty(),
            q,
            choices(status),
            found.more() ? link(status, q, from + 1) : null,
            from > 0 ? link(status, q, from - 1) : null,
            from + 1));
  }

  private static List<StatusChoice> choices(TicketStatusParam chosen) {
    return Arrays.stream(TicketStatus.values())
        .map(
            status ->
                new StatusChoice(
                    status.name(),
                    words(status.name()),
                    chosen.status().filter(status::equals).isPresent()))
        .toList();
  }

  private static String link(TicketStatusParam status, String q, int page) {
    return jakarta.ws.rs.core.UriBuilder.fromPath("/desk/")
        .queryParam("status", status.status().map(Enum::name).orElse(""))
        .queryParam("q", "{q}")
        .queryParam("page", page)
        .build(q)
        .toString();
  }

  private Line line(TicketJson ticket) {
    String requester =
        ticket.requester().name() == null ? ticket.requester().email() : ticket.requester().name();
    return new Line(
        ticket.number(),
        ticket.subject(),
        words(ticket.status().name()),
        ticket.status().name().toLowerCase(Locale.ROOT),
        words(ticket.priority().name()),
        ticket.priority().name().toLowerCase(Locale.ROOT),
        words(ticket.category()),
        ticket.team(),
        ticket.assignee() == null ? "–" : ticket.assignee(),
        requester,
        time(ticket.updatedAt()));
  }

  /** The page that hosts the agent's view. */
  record TicketPage(Reader.Who who, boolean isTickets, long number) {}

  @GET
  @Path("tickets/{number: \\d{1,18}}")
  public Response ticket(@PathParam("number") long number, @Context SecurityContext caller) {
    views.find(number);
    return pages.show("desk-ticket", new TicketPage(reader.of(caller), true, number));
  }

  private String time(Instant at) {
    return Times.dated(at, desk.zone());
  }

  private static String words(String code) {
    String text = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
