package org.tierline.portal.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.tierline.agent.AgentId;
import org.tierline.ticket.CannotMergeException;
import org.tierline.ticket.MergeTickets;
import org.tierline.ticket.TicketNumber;

/** Makes two tickets one. */
@RequestScoped
@Path("/api/v1/tickets/{number: \\d{1,18}}/merge")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class MergeResource {

  private final TicketViews views;
  private final MergeTickets mergeTickets;

  @Inject
  public MergeResource(TicketViews views, MergeTickets mergeTickets) {
    this.views = views;
    this.mergeTickets = mergeTickets;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public MergeResource() {
    this(null, null);
  }

  /**
   * Where the conversation goes on.
   *
   * @param into the survivor's number
   */
  public record MergeBody(
      @NotNull(message = "is missing") @Min(value = 1, message = "is not a ticket number") @Max(value = 999_999_999_999_999_999L, message = "is not a ticket number") Long into) {}

  /** Ends this ticket in favour of another; answers with the survivor. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public TicketJson merge(
      @PathParam("number") long number,
      @NotNull(message = "is missing") @Valid MergeBody body,
      @Context SecurityContext caller)
      throws CannotMergeException {
    mergeTickets.merge(
        views.find(number).id(),
        new TicketNumber(body.into()),
        new AgentId(caller.getUserPrincipal().getName()));
    return views.ticket(body.into());
  }
}
