package org.tierline.portal.ticket;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkList;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Collisions;
import org.tierline.portal.CustomerLimits;
import org.tierline.portal.Downloads;
import org.tierline.portal.Json;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.ticket.Channel;
import org.tierline.ticket.ClaimWork;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.GiveBackWork;
import org.tierline.ticket.Message;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketQuery;
import org.tierline.ticket.TicketStatus;
import org.tierline.ticket.WriteMessage;

/** The tickets, for programs and for the agents' view. */
@RequestScoped
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class TicketsResource {

  /** How long a caller may wait for triage. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int PAGE_SIZE = 25;

  private final AcceptTicket acceptTicket;
  private final TriageWatch triageWatch;
  private final TicketViews views;
  private final WriteMessage writeMessage;
  private final ClaimWork claimWork;
  private final FinishWork finishWork;
  private final GiveBackWork giveBackWork;
  private final WorkList workList;
  private final CustomerLimits limits;
  private final DeskSettings desk;

  @Inject
  public TicketsResource(
      AcceptTicket acceptTicket,
      TriageWatch triageWatch,
      TicketViews views,
      WriteMessage writeMessage,
      ClaimWork claimWork,
      FinishWork finishWork,
      GiveBackWork giveBackWork,
      WorkList workList,
      CustomerLimits limits,
      DeskSettings desk) {
    this.acceptTicket = acceptTicket;
    this.triageWatch = triageWatch;
    this.views = views;
    this.writeMessage = writeMessage;
    this.claimWork = claimWork;
    this.finishWork = finishWork;
    this.giveBackWork = giveBackWork;
    this.workList = workList;
    this.limits = limits;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public TicketsResource() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * The answer to whoever opened a ticket.
   *
   * @param url the customer's status page: an unguessable link
   */
  public record OpenedJson(
      long number, URI url, String category, Priority priority, TicketStatus status) {}

  /** Opens a ticket; everybody may. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  public Response open(
      @NotNull(message = "is missing") @Valid NewTicketBody body,
      @HeaderParam("Idempotency-Key")
          @Nullable @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String idempotencyKey,
      @Context SecurityContext caller,
      @Context HttpServletRequest request) {
    if (!caller.isUserInRole("staff")) {
      demandPublicChannel(body.by());
      limits
          .visit(request.getRemoteAddr(), body.requester().email())
          .ifPresent(
              wait -> {
                throw tooMany(wait);
              });
    }
    Optional<String> key = Optional.ofNullable(idempotencyKey);
    AcceptTicket.Accepted accepted = accept(body, key);
    long number = accepted.ticket().value();
    return Response.created(desk.link("/api/v1/tickets/" + number))
        .entity(accepted.answer().orElseGet(() -> firstAnswer(number, key)))
        .build();
  }

  private String firstAnswer(long number, Optional<String> idempotencyKey) {
    triageWatch.await(
        views.find(number).id(), PATIENCE, () -> views.find(number).triagedAt().isPresent());
    Ticket ticket = views.find(number);
    String answer =
        Json.write(
            new OpenedJson(
                number,
                desk.link("/requests/" + ticket.statusToken().value()),
                ticket.category().code(),
                ticket.priority(),
                ticket.status()));
    return idempotencyKey.map(key -> acceptTicket.answer(key, answer)).orElse(answer);
  }

  /** Only staff know that a call was a call. */
  private static void demandPublicChannel(Channel channel) {
    if (channel != Channel.API) {
      throw new ProblemException(
          Problem.invalid(
              List.of(new Problem.FieldError("channel", "must be API unless you are staff"))));
    }
  }

  private AcceptTicket.Accepted accept(NewTicketBody body, Optional<String> idempotencyKey) {
    try {
      try {
        return acceptTicket.accept(body, idempotencyKey);
      } catch (PersistenceException e) {
        if (idempotencyKey.isEmpty()) {
          throw e;
        }
        return acceptTicket.accept(body, idempotencyKey); // the other one is stored by now
      }
    } catch (IdempotencyKeyReusedException e) {
      throw new ProblemException(
          new Problem(
              "/problems/idempotency-key-reused",
              "Idempotency key reused",
              422,
              "This idempotency key came with another request before.",
              List.of()));
    }
  }

  private static ProblemException tooMany(Duration wait) {
    return new ProblemException(
        Problem.of(
            Response.Status.TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests",
            "That was a lot in a short time. Try again in " + wait.toSeconds() + " seconds."),
        wait);
  }

  /** Lists tickets, newest first. */
  @GET
  public TicketViews.Page list(
      @QueryParam("status") @Nullable TicketStatusParam status,
      @QueryParam("q")
          @Nullable @Size(max = 200, message = "must not be longer than 200 characters") String q,
      @QueryParam("page")
          @DefaultValue("0")
          @Min(value = 0, message = "starts at 0") @Max(value = 100_000, message = "is too far") int page) {
    return views.list(
        new TicketQuery(
            Optional.ofNullable(status).flatMap(TicketStatusParam::status),
            Optional.ofNullable(q).filter(text -> !text.isBlank()),
            page,
            PAGE_SIZE));
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
  public SlaJson sla(@PathParam("number") long number) {
    return views.sla(number);
  }

  /** What an agent needs to work on it. */
  @GET
  @Path("{number: \\d{1,18}}/work")
  public WorkJson work(@PathParam("number") long number, @Context SecurityContext caller) {
    return views.work(number, agent(caller));
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

  /** Writes to the customer or to colleagues. */
  @POST
  @Path("{number: \\d{1,18}}/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response write(
      @PathParam("number") long number,
      @NotNull(message = "is missing") @Valid MessageBody body,
      @Context SecurityContext caller) {
    Message written =
        writeMessage.write(
            views.find(number).id(), agent(caller), body.kind().purpose(), body.text());
    return Response.status(Response.Status.CREATED)
        .entity(views.message(number, written.id().value()))
        .build();
  }

  /** Goes on with the ticket: a reply, or the end of a piece of work. */
  @POST
  @Path("{number: \\d{1,18}}/work")
  @Consumes(MediaType.APPLICATION_JSON)
  public TicketJson finish(
      @PathParam("number") long number,
      @NotNull(message = "is missing") @Valid WorkBody body,
      @Context SecurityContext caller)
      throws NotYourWorkException {
    Ticket ticket = views.find(number);
    if (body.lastMessage() != null && views.customerWroteAfter(number, body.lastMessage())) {
      throw new ProblemException(
          Problem.of(
              Response.Status.CONFLICT,
              "new-message",
              "The customer wrote again",
              "The customer wrote again since you opened the ticket. Read it first."));
    }
    if (body.isReply()) {
      demand(body.text(), "text");
      writeMessage.write(ticket.id(), agent(caller), Purpose.REPLY, body.words());
    } else {
      String task = demand(body.task(), "task");
      demandWordsFor(body);
      finish(ticket, task, agent(caller), body);
    }
    return views.ticket(number);
  }

  private void finish(Ticket ticket, String task, AgentId by, WorkBody body)
      throws NotYourWorkException {
    long number = ticket.number().value();
    try {
      finishWork.finish(ticket.id(), task, by, body.result(), body.words());
    } catch (WorkAlreadyDoneException e) {
      throw tooLate(number);
    } catch (RuntimeException e) {
      // store, engine and transaction each have a class of their own for a collision
      if (Collisions.isCollision(e) && isGone(number, task)) {
        throw tooLate(number);
      }
      throw e;
    }
  }

  private boolean isGone(long number, String task) {
    return workList.ofTicket(number).stream().noneMatch(item -> item.id().equals(task));
  }

  private ProblemException tooLate(long number) {
    return new ProblemException(
        Problem.of(
            Response.Status.CONFLICT,
            "already-done",
            "Somebody was faster",
            "This work is no longer open. " + views.whatHappenedLast(number)));
  }

  private static void demandWordsFor(WorkBody body) {
    switch (body.outcome()) {
      case "ASK", "RESOLVE" -> demand(body.text(), "text");
      case "ESCALATE" -> demand(body.reason(), "reason");
      case "CONFIRM_BUG" -> {
        if (body.bug() == null) {
          throw invalid("bug", "is missing");
        }
      }
      default -> {}
    }
  }

  private static String demand(@Nullable String value, String field) {
    if (value == null || value.isBlank()) {
      throw invalid(field, "must say something");
    }
    return value;
  }

  private static ProblemException invalid(String field, String message) {
    return new ProblemException(Problem.invalid(List.of(new Problem.FieldError(field, message))));
  }

  /**
   * Which work to take.
   *
   * @param task the work's id
   */
  public record ClaimBody(
      @NotNull(message = "is missing") @Pattern(regexp = "[A-Za-z0-9:_-]{1,64}", message = "is not a task") String task) {}

  /** Makes a piece of work the caller's own. */
  @POST
  @Path("{number: \\d{1,18}}/claim")
  @Consumes(MediaType.APPLICATION_JSON)
  public WorkJson claim(
      @PathParam("number") long number,
      @NotNull(message = "is missing") @Valid ClaimBody body,
      @Context SecurityContext caller)
      throws NotYourWorkException {
    Ticket ticket = views.find(number);
    try {
      claimWork.claim(ticket.id(), body.task(), agent(caller));
    } catch (WorkAlreadyDoneException e) {
      throw tooLate(number);
    }
    return views.work(number, agent(caller));
  }

  /**
   * Which work to give back.
   *
   * @param task the work's id
   * @param text for whoever takes it next
   */
  public record GiveBackBody(
      @NotNull(message = "is missing") @Pattern(regexp = "[A-Za-z0-9:_-]{1,64}", message = "is not a task") String task,
      @Nullable @Size(max = 100_000, message = "must not be longer than 100000 characters") String text) {

    String words() {
      return text == null ? "" : text;
    }
  }

  /** Leaves the caller's own piece of work to the rest of the team. */
  @POST
  @Path("{number: \\d{1,18}}/give-back")
  @Consumes(MediaType.APPLICATION_JSON)
  public WorkJson giveBack(
      @PathParam("number") long number,
      @NotNull(message = "is missing") @Valid GiveBackBody body,
      @Context SecurityContext caller)
      throws NotYourWorkException {
    Ticket ticket = views.find(number);
    try {
      giveBackWork.giveBack(ticket.id(), body.task(), agent(caller), body.words());
    } catch (WorkAlreadyDoneException e) {
      throw tooLate(number);
    }
    return views.work(number, agent(caller));
  }

  private static AgentId agent(SecurityContext caller) {
    return new AgentId(caller.getUserPrincipal().getName());
  }
}
