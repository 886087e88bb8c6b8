package org.tierline.portal.ticket;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Roles;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.CustomerLimits;
import org.tierline.portal.Json;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/** Where programs open tickets. */
@RequestScoped
@Path("/api/v1/tickets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class NewTicketResource {

  /** How long a caller may wait for triage. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final AcceptTicket acceptTicket;
  private final TriageWatch triageWatch;
  private final TicketViews views;
  private final CustomerLimits limits;
  private final DeskSettings desk;

  @Inject
  public NewTicketResource(
      AcceptTicket acceptTicket,
      TriageWatch triageWatch,
      TicketViews views,
      CustomerLimits limits,
      DeskSettings desk) {
    this.acceptTicket = acceptTicket;
    this.triageWatch = triageWatch;
    this.views = views;
    this.limits = limits;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public NewTicketResource() {
    this(null, null, null, null, null);
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
    if (!caller.isUserInRole(Roles.STAFF)) {
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

  /** Only staff know that a call was a call; a chat is a program like any other. */
  private static void demandPublicChannel(Channel channel) {
    if (channel != Channel.API && channel != Channel.CHAT) {
      throw new ProblemException(
          Problem.invalid(
              List.of(
                  new Problem.FieldError("channel", "must be API or CHAT unless you are staff"))));
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
      throw OncePerKey.keyReused();
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
}
