package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.RepairList;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.Times;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.agent.Callers;
import org.tierline.ticket.Author;
import org.tierline.ticket.RepairDeliveries;
import org.tierline.ticket.StrayTickets;

/**
 * Where a lead decides about what failed for good: steps of tickets, mails, Slack notes; and sees
 * tickets astray.
 */
@RequestScoped
@Path("/desk/repairs")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("lead")
public class RepairPages {

  private static final int MOST_WAITING = 200;
  private static final String NO_REASON =
      "Say why it is given up; the reason is kept with it, and in the ticket.";
  private static final URI LIST = URI.create("/desk/repairs");

  private final Pages pages;
  private final Reader reader;
  private final RepairList repairs;
  private final RepairDeliveries effects;
  private final StrayTickets strayTickets;
  private final DeskSettings desk;

  @Inject
  public RepairPages(
      Pages pages,
      Reader reader,
      RepairList repairs,
      RepairDeliveries effects,
      StrayTickets strayTickets,
      DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.repairs = repairs;
    this.effects = effects;
    this.strayTickets = strayTickets;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public RepairPages() {
    this(null, null, null, null, null, null);
  }

  /** One failed step. */
  record FailedStep(String id, String ticket, String step, String problem, String since) {}

  /** One mail or note that did not get through. */
  record FailedEffect(
      String path,
      String ticket,
      String kind,
      String target,
      String problem,
      String since,
      String name) {}

  /** One ticket nobody would come back to. */
  record AstrayTicket(long number, String fault) {}

  /** What waits for a lead. */
  record RepairsPage(
      Reader.Who who,
      boolean isRepairs,
      List<AstrayTicket> astray,
      boolean hasAstray,
      List<FailedStep> steps,
      boolean hasSteps,
      List<FailedEffect> effects,
      boolean hasEffects,
      boolean isEmpty,
      @Nullable Long dropped,
      @Nullable String problem) {}

  @GET
  public Response waiting(@Context SecurityContext caller) {
    return page(Response.Status.OK, null, caller);
  }

  @POST
  @Path("{repair: [A-Za-z0-9-]{1,64}}/retry")
  public Response retry(@PathParam("repair") String repair, @Context SecurityContext caller) {
    repairs.retry(repair, Callers.agent(caller));
    return Response.seeOther(LIST).build();
  }

  @POST
  @Path("{repair: [A-Za-z0-9-]{1,64}}/give-up")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response giveUp(
      @PathParam("repair") String repair,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext caller) {
    if (reason.isBlank()) {
      return page(Unprocessable.CONTENT, NO_REASON, caller);
    }
    repairs.giveUp(repair, Callers.agent(caller), reason.strip());
    return Response.seeOther(LIST).build();
  }

  @POST
  @Path("{outbox: mail|effect}/{id: \\d{1,18}}/retry")
  public Response retryEffect(
      @PathParam("outbox") String outbox,
      @PathParam("id") long id,
      @Context SecurityContext caller) {
    effects.retry(outbox, id, author(caller));
    return Response.seeOther(LIST).build();
  }

  @POST
  @Path("{outbox: mail|effect}/{id: \\d{1,18}}/give-up")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response giveUpEffect(
      @PathParam("outbox") String outbox,
      @PathParam("id") long id,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext caller) {
    if (reason.isBlank()) {
      return page(Unprocessable.CONTENT, NO_REASON, caller);
    }
    effects.giveUp(outbox, id, author(caller), reason.strip());
    return Response.seeOther(LIST).build();
  }

  private Response page(
      Response.StatusType status, @Nullable String problem, SecurityContext caller) {
    List<FailedStep> steps =
        repairs.waiting(MOST_WAITING).stream()
            .map(
                repair ->
                    new FailedStep(
                        repair.id(),
                        repair.ticketNumber().orElse(""),
                        repair.step(),
                        repair.problem(),
                        time(repair.since())))
            .toList();
    List<AstrayTicket> astray =
        strayTickets.find().stream()
            .limit(MOST_WAITING)
            .map(stray -> new AstrayTicket(stray.number().value(), stray.fault().words()))
            .toList();
    List<FailedEffect> failed = effects.waiting(MOST_WAITING).stream().map(this::line).toList();
    long dropped = effects.droppedLately();
    return pages.show(
        status,
        "desk-repairs",
        new RepairsPage(
            reader.of(caller),
            true,
            astray,
            !astray.isEmpty(),
            steps,
            !steps.isEmpty(),
            failed,
            !failed.isEmpty(),
            astray.isEmpty() && steps.isEmpty() && failed.isEmpty(),
            dropped == 0 ? null : dropped,
            problem));
  }

  private FailedEffect line(RepairDeliveries.FailedDelivery failed) {
    return new FailedEffect(
        failed.outbox() + "/" + failed.id(),
        failed.ticket().map(number -> String.valueOf(number.value())).orElse(""),
        failed.kind(),
        failed.target(),
        failed.reason(),
        time(failed.since()),
        failed.outbox() + "-" + failed.id());
  }

  private Author author(SecurityContext caller) {
    Reader.Who who = reader.of(caller);
    return Author.of(new AgentId(who.login()), who.name());
  }

  private String time(Instant at) {
    return Times.dated(at, desk.zone());
  }
}
