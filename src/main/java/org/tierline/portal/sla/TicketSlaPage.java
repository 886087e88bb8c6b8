package org.tierline.portal.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;
import org.tierline.portal.ticket.SlaReport;

/** The sum behind every date of a ticket, for a lead with an angry customer on the phone. */
@RequestScoped
@Path("/desk/tickets/{number: \\d{1,18}}/sla")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class TicketSlaPage {

  private final Pages pages;
  private final Reader reader;
  private final SlaReport slaReport;
  private final DeskSettings desk;

  @Inject
  public TicketSlaPage(Pages pages, Reader reader, SlaReport slaReport, DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.slaReport = slaReport;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TicketSlaPage() {
    this(null, null, null, null);
  }

  /** The page. */
  record Page(Reader.Who who, boolean isTickets, TicketSlaView sla) {}

  @GET
  public Response explain(@PathParam("number") long number, @Context SecurityContext caller) {
    return pages.show(
        "desk-ticket-sla",
        new Page(
            reader.of(caller), true, TicketSlaView.of(slaReport.of(number), desk.zone())));
  }
}
