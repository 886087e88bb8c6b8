package org.tierline.portal.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Downloads;
import org.tierline.portal.Json;
import org.tierline.ticket.Message;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.WriteMessage;

/** The tickets, for programs and for the agents' view. */
@RequestScoped
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class TicketsResource {

  private static final int PAGE_SIZE = 25;

  private final TicketViews views;
  private final WriteMessage writeMessage;
  private final OncePerKey oncePerKey;
  private final SlaReport slaReport;
  private final DeskSettings desk;

  @Inject
  public TicketsResource(
      TicketViews views,
      WriteMessage writeMessage,
      OncePerKey oncePerKey,
      SlaReport slaReport,
      DeskSettings desk) {
    this.views = views;
    this.writeMessage = writeMessage;
    this.oncePerKey = oncePerKey;
    this.slaReport = slaReport;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TicketsResource() {
    this(null, null, null, null, null);
  }

  /** Lists tickets, newest first or, with {@code order=due}, what is due soonest first. */
  @GET
  public TicketViews.Page list(
      @QueryParam("status") @DefaultValue("") TicketStatusParam status,
      @QueryParam("q")
          @DefaultValue("")
          @Size(max = 200, message = "must not be longer than 200 characters") String q,
      @QueryParam("assignee") @DefaultValue("") String assignee,
      @QueryParam("team") @DefaultValue("") String team,
      @QueryParam("order") @DefaultValue("") String order,
      @QueryParam("page")
          @DefaultValue("0")
          @Min(value = 0, message = "starts at 0") @Max(value = 100_000, message = "is too far") int page,
      @Context SecurityContext caller) {
    return views.list(
        new TicketFilter(assignee, team, order).query(status, q, page, PAGE_SIZE, agent(caller)));
  }

  /** Of a merged ticket: the way to its survivor, and itself for whoever does not follow. */
  @GET
  @Path("{number: \\d{1,18}}")
  public Response ticket(@PathParam("number") long number) {
    TicketJson ticket = views.ticket(number);
    return ticket.mergedInto() == null
        ? Response.ok(ticket).build()
        : Response.status(Response.Status.MOVED_PERMANENTLY)
            .location(desk.link("/api/v1/tickets/" + ticket.mergedInto()))
            .entity(ticket)
            .build();
  }

  @GET
  @Path("{number: \\d{1,18}}/timeline")
  public List<TimelineJson> timeline(@PathParam("number") long number) {
    return views.timeline(number);
  }

  @GET
  @Path("{number: \\d{1,18}}/sla")
  public SlaReportJson sla(@PathParam("number") long number) {
    return slaReport.of(number);
  }

  @GET
  @Path("{number: \\d{1,18}}/messages/{message}/attachments/{attachment}")
  @Produces(MediaType.WILDCARD)
  public Response attachment(
      @PathParam("number") long number,
      @PathParam("message") UUID message,
      @PathParam("attachment") UUID attachment) {
    TicketViews.File file = views.file(number, message, attachment);
    return Downloads.of(file.name(), file.contentType(), file.content());
  }

  /** A file that is a picture, for the pages that show it in its place. */
  @GET
  @Path("{number: \\d{1,18}}/messages/{message}/attachments/{attachment}/picture")
  @Produces(MediaType.WILDCARD)
  public Response picture(
      @PathParam("number") long number,
      @PathParam("message") UUID message,
      @PathParam("attachment") UUID attachment) {
    TicketViews.File file = views.file(number, message, attachment);
    return Downloads.picture(file.name(), file.contentType(), file.content());
  }

  /** The mail a message came in, for a mail program of the agent's own. */
  @GET
  @Path("{number: \\d{1,18}}/messages/{message}/original")
  @Produces(MediaType.WILDCARD)
  public Response original(@PathParam("number") long number, @PathParam("message") UUID message) {
    TicketViews.File mail = views.original(number, message);
    return Downloads.of(mail.name(), mail.contentType(), mail.content());
  }

  /** Writes to the customer or to colleagues. */
  @POST
  @Path("{number: \\d{1,18}}/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response write(
      @PathParam("number") long number,
      @NotNull(message = "is missing") @Valid MessageBody body,
      @HeaderParam("Idempotency-Key")
          @Nullable @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String idempotencyKey,
      @Context SecurityContext caller) {
    TicketId ticket = views.find(number).id();
    AgentId by = agent(caller);
    String answer =
        oncePerKey.answer(
            Optional.ofNullable(idempotencyKey),
            new OncePerKey.Request("messages", number, by, body),
            () -> {
              Message written =
                  writeMessage.write(
                      ticket,
                      by,
                      body.kind().purpose(),
                      body.text(),
                      views.copies(number, body.cc(), body.kind() == MessageBody.Kind.REPLY));
              return Json.write(views.message(number, written.id().value()));
            });
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  private static AgentId agent(SecurityContext caller) {
    return new AgentId(caller.getUserPrincipal().getName());
  }
}
