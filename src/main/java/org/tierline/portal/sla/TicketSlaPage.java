package org.tierline.portal.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Arrays;
import org.tierline.agent.AgentId;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;
import org.tierline.portal.ticket.SlaReport;
import org.tierline.portal.ticket.TicketViews;
import org.tierline.ticket.ChangePriority;
import org.tierline.ticket.Priority;

/** The sum behind every date of a ticket, for a lead with an angry customer on the phone. */
@RequestScoped
@Path("/desk/tickets/{number: \\d{1,18}}/sla")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class TicketSlaPage {

  private static final int MAX_REASON = 500;

  private final Pages pages;
  private final Reader reader;
  private final SlaReport slaReport;
  private final TicketViews views;
  private final ChangePriority changePriority;
  private final DeskSettings desk;

  @Inject
  public TicketSlaPage(
      Pages pages,
      Reader reader,
      SlaReport slaReport,
      TicketViews views,
      ChangePriority changePriority,
      DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.slaReport = slaReport;
    this.views = views;
    this.changePriority = changePriority;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TicketSlaPage() {
    this(null, null, null, null, null, null);
  }

  /** The page. */
  record Page(Reader.Who who, boolean isTickets, TicketSlaView sla) {}

  @GET
  public Response explain(@PathParam("number") long number, @Context SecurityContext caller) {
    return pages.show(
        "desk-ticket-sla",
        new Page(reader.of(caller), true, TicketSlaView.of(slaReport.of(number), desk.zone())));
  }

  /** A lead says how urgent it really is; another promise counts from now on. */
  @POST
  @Path("priority")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("lead")
  public Response changePriority(
      @PathParam("number") long number,
      @FormParam("priority") @DefaultValue("") String priority,
      @FormParam("why") @DefaultValue("") String why,
      @Context SecurityContext caller) {
    Priority wanted =
        Arrays.stream(Priority.values())
            .filter(each -> each.name().equals(priority))
            .findAny()
            .orElseThrow(BadRequestException::new);
    String reason = why.strip();
    changePriority.change(
        views.find(number).id(),
        wanted,
        new AgentId(caller.getUserPrincipal().getName()),
        reason.substring(0, Math.min(reason.length(), MAX_REASON)));
    return Response.seeOther(URI.create("/desk/tickets/%d/sla".formatted(number))).build();
  }
}
