package org.tierline.portal.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkList;
import org.tierline.portal.Collisions;
import org.tierline.portal.Json;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.ticket.ClaimWork;
import org.tierline.ticket.Copies;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.GiveBackWork;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.WriteMessage;

/** The work on a ticket as an agent does it in the ticket's view. */
@RequestScoped
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class WorkResource {

  private final TicketViews views;
  private final WriteMessage writeMessage;
  private final ClaimWork claimWork;
  private final FinishWork finishWork;
  private final GiveBackWork giveBackWork;
  private final WorkList workList;
  private final OncePerKey oncePerKey;

  @Inject
  public WorkResource(
      TicketViews views,
      WriteMessage writeMessage,
      ClaimWork claimWork,
      FinishWork finishWork,
      GiveBackWork giveBackWork,
      WorkList workList,
      OncePerKey oncePerKey) {
    this.views = views;
    this.writeMessage = writeMessage;
    this.claimWork = claimWork;
    this.finishWork = finishWork;
    this.giveBackWork = giveBackWork;
    this.workList = workList;
    this.oncePerKey = oncePerKey;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public WorkResource() {
    this(null, null, null, null, null, null, null);
  }

  /** What an agent needs to work on it. */
  @GET
  @Path("{number: \\d{1,18}}/work")
  public WorkJson work(@PathParam("number") long number, @Context SecurityContext caller) {
    return views.work(number, agent(caller));
  }

  /** Goes on with the ticket: a reply, or the end of a piece of work. */
  @POST
  @Path("{number: \\d{1,18}}/work")
  @Consumes(MediaType.APPLICATION_JSON)
  public TicketJson finish(
      @PathParam("number") long number,
      @NotNull(message = "is missing") @Valid WorkBody body,
      @HeaderParam("Idempotency-Key")
          @Nullable @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String idempotencyKey,
      @Context SecurityContext caller)
      throws NotYourWorkException {
    AgentId by = agent(caller);
    Ticket ticket = views.find(number);
    try {
      String answer =
          oncePerKey.<WorkAlreadyDoneException, NotYourWorkException>answer(
              Optional.ofNullable(idempotencyKey),
              new OncePerKey.Request("work", number, by, body),
              () -> {
                goOn(ticket, by, body);
                return Json.write(views.ticket(number));
              });
      return Json.read(answer, TicketJson.class);
    } catch (WorkAlreadyDoneException e) {
      throw tooLate(number);
    } catch (RuntimeException e) {
      // store, engine and transaction each have a class of their own for a collision
      if (body.task() != null && Collisions.isCollision(e) && isGone(number, body.task())) {
        throw tooLate(number);
      }
      throw e;
    }
  }

  private void goOn(Ticket ticket, AgentId by, WorkBody body)
      throws WorkAlreadyDoneException, NotYourWorkException {
    long number = ticket.number().value();
    if (body.lastMessage() != null && views.customerWroteAfter(number, body.lastMessage())) {
      throw new ProblemException(
          Problem.of(
              Response.Status.CONFLICT,
              "new-message",
              "The customer wrote again",
              "The customer wrote again since you opened the ticket. Read it first."));
    }
    Copies copies = views.copies(number, body.cc(), body.isForCustomer());
    if (body.isReply()) {
      demand(body.text(), "text");
      writeMessage.write(ticket.id(), by, Purpose.REPLY, body.words(), copies);
    } else {
      String task = demand(body.task(), "task");
      demandWordsFor(body);
      finish(ticket, task, by, body, copies);
    }
  }

  private void finish(Ticket ticket, String task, AgentId by, WorkBody body, Copies copies)
      throws WorkAlreadyDoneException, NotYourWorkException {
    if (body.isHandOver()) {
      finishWork.handOver(
          ticket.id(),
          task,
          by,
          body.result().handOverTo(),
          HandOverBody.demand(body.handOver()),
          body.words());
    } else {
      finishWork.finish(ticket.id(), task, by, body.result(), body.words(), copies);
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
      case "ESCALATE" -> HandOverBody.demand(body.handOver());
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
   * @param text for whoever takes it next, when it is work beside the ticket's own
   * @param handOver what the next agent needs to know, when it is the ticket itself
   */
  public record GiveBackBody(
      @NotNull(message = "is missing") @Pattern(regexp = "[A-Za-z0-9:_-]{1,64}", message = "is not a task") String task,
      @Nullable @Size(max = 100_000, message = "must not be longer than 100000 characters") String text,
      @Nullable HandOverBody handOver) {

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
      if (workList.open(number, body.task()).isTicketWork()) {
        giveBackWork.handBack(
            ticket.id(), body.task(), agent(caller), HandOverBody.demand(body.handOver()));
      } else {
        giveBackWork.giveBack(ticket.id(), body.task(), agent(caller), body.words());
      }
    } catch (WorkAlreadyDoneException e) {
      throw tooLate(number);
    }
    return views.work(number, agent(caller));
  }

  private static AgentId agent(SecurityContext caller) {
    return new AgentId(caller.getUserPrincipal().getName());
  }
}
