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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.Times;
import org.tierline.portal.agent.Callers;
import org.tierline.portal.ticket.TicketFilter;
import org.tierline.portal.ticket.TicketJson;
import org.tierline.portal.ticket.TicketStatusParam;
import org.tierline.portal.ticket.TicketViews;
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
  private final StaffNames names;
  private final DeskSettings desk;
  private final Clock clock;

  @Inject
  public DeskPages(
      Pages pages,
      Reader reader,
      TicketViews views,
      StaffNames names,
      DeskSettings desk,
      Clock clock) {
    this.pages = pages;
    this.reader = reader;
    this.views = views;
    this.names = names;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public DeskPages() {
    this(null, null, null, null, null, null);
  }

  /** A choice of a filter. */
  record Choice(String code, String name, boolean isChosen) {}

  /**
   * One line of the list.
   *
   * @param login the owner's
   * @param due when the next thing we owe the customer is due; blank if nothing is
   */
  record Line(
      long number,
      String subject,
      String status,
      String statusClass,
      String priority,
      String priorityClass,
      String category,
      String team,
      @Nullable String login,
      @Nullable String owner,
      String requester,
      String due,
      boolean isLate,
      String updated) {}

  /** The list of tickets. */
  record ListPage(
      Reader.Who who,
      boolean isTickets,
      List<Line> lines,
      boolean isEmpty,
      String q,
      List<Choice> statuses,
      List<Choice> owners,
      List<Choice> teams,
      List<Choice> orders,
      @Nullable String earlier,
      @Nullable String later,
      int pageNumber) {}

  @GET
  public Response list(
      @QueryParam("status") @DefaultValue("") TicketStatusParam status,
      @QueryParam("q") @DefaultValue("") String q,
      @QueryParam("assignee") @DefaultValue("") String assignee,
      @QueryParam("team") @DefaultValue("") String team,
      @QueryParam("order") @DefaultValue("") String order,
      @QueryParam("page") @DefaultValue("0") int page,
      @Context SecurityContext caller,
      @Context UriInfo address) {
    int from = Math.max(0, Math.min(page, 100_000));
    TicketFilter filter = new TicketFilter(assignee, team, order);
    TicketViews.Page found =
        views.list(filter.query(status, q, from, PAGE_SIZE, Callers.agent(caller)));
    Map<String, String> teams = names.ofTeams();
    return pages.show(
        "desk-tickets",
        new ListPage(
            reader.of(caller),
            true,
            lines(found.tickets(), teams),
            found.tickets().isEmpty(),
            q,
            statuses(status),
            owners(assignee),
            choices(teams, team),
            choices(Map.of(TicketFilter.DUE, "Due first"), order),
            found.more() ? link(address, from + 1) : null,
            from > 0 ? link(address, from - 1) : null,
            from + 1));
  }

  private static List<Choice> statuses(TicketStatusParam chosen) {
    return Arrays.stream(TicketStatus.values())
        .map(
            status ->
                new Choice(
                    status.name(),
                    words(status.name()),
                    chosen.status().filter(status::equals).isPresent()))
        .toList();
  }

  /** Somebody in particular is asked for by an address only, and stays asked for. */
  private static List<Choice> owners(String chosen) {
    Map<String, String> owners = new LinkedHashMap<>();
    owners.put(TicketFilter.ME, "Mine");
    owners.put(TicketFilter.NONE, "Nobody’s yet");
    if (!chosen.isEmpty()) {
      owners.putIfAbsent(chosen, chosen);
    }
    return choices(owners, chosen);
  }

  private static List<Choice> choices(Map<String, String> names, String chosen) {
    return names.entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), entry.getValue(), entry.getKey().equals(chosen)))
        .toList();
  }

  private List<Line> lines(List<TicketJson> tickets, Map<String, String> teams) {
    Map<String, String> owners =
        names.ofAgents(
            tickets.stream()
                .map(TicketJson::assignee)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Instant now = clock.instant();
    return tickets.stream().map(ticket -> line(ticket, owners, teams, now)).toList();
  }

  private Line line(
      TicketJson ticket, Map<String, String> owners, Map<String, String> teams, Instant now) {
    TicketJson.RequesterJson requester = ticket.requester();
    String owner = ticket.assignee();
    Instant due = ticket.sla().dueAt();
    return new Line(
        ticket.number(),
        ticket.subject(),
        words(ticket.status().name()),
        ticket.status().name().toLowerCase(Locale.ROOT),
        words(ticket.priority().name()),
        ticket.priority().name().toLowerCase(Locale.ROOT),
        words(ticket.category()),
        teams.getOrDefault(ticket.team(), ticket.team()),
        owner,
        owner == null ? null : owners.getOrDefault(owner, owner),
        requester.name() == null ? requester.email() : requester.name(),
        due == null ? "" : Times.moment(due, desk.zone()),
        due != null && now.isAfter(due),
        Times.dated(ticket.updatedAt(), desk.zone()));
  }

  /** The same list, another page of it. */
  private static String link(UriInfo address, int page) {
    URI link = address.getRequestUriBuilder().replaceQueryParam("page", page).build();
    return "/desk/?" + link.getRawQuery();
  }

  /** The page that hosts the agent's view. */
  record TicketPage(Reader.Who who, boolean isTickets, long number) {}

  @GET
  @Path("tickets/{number: \\d{1,18}}")
  public Response ticket(@PathParam("number") long number, @Context SecurityContext caller) {
    views.find(number);
    return pages.show("desk-ticket", new TicketPage(reader.of(caller), true, number));
  }

  private static String words(String code) {
    String text = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
