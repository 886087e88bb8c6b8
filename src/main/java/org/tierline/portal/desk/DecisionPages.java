package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.escalation.DecideOwner;
import org.tierline.escalation.HandOverMissingException;
import org.tierline.portal.Pages;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Times;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.agent.Callers;
import org.tierline.portal.ticket.HandOverBody;
import org.tierline.portal.ticket.OwnerChoices;
import org.tierline.portal.ticket.TicketViews;
import org.tierline.ticket.HandOverNote;
import org.tierline.ticket.TicketId;

/** Where a lead decides whose a ticket is that the desk could give to nobody. */
@RequestScoped
@Path("/desk/decisions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("lead")
public class DecisionPages {

  private static final URI LIST = URI.create("/desk/decisions");

  private final Pages pages;
  private final Reader reader;
  private final OwnerChoices choices;
  private final TicketViews views;
  private final DecideOwner decideOwner;
  private final Clock clock;

  @Inject
  public DecisionPages(
      Pages pages,
      Reader reader,
      OwnerChoices choices,
      TicketViews views,
      DecideOwner decideOwner,
      Clock clock) {
    this.pages = pages;
    this.reader = reader;
    this.choices = choices;
    this.views = views;
    this.decideOwner = decideOwner;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public DecisionPages() {
    this(null, null, null, null, null, null);
  }

  /** One ticket to decide on. */
  record Waiting(
      long number,
      String subject,
      String priority,
      String priorityClass,
      String team,
      String why,
      String age,
      @Nullable String owner,
      OwnerChoices.@Nullable Note note,
      boolean hasNote,
      List<OwnerChoices.Choice> agents,
      boolean hasAgents,
      List<OwnerChoices.Choice> teams) {}

  /** What waits for a lead. */
  record DecisionsPage(
      Reader.Who who,
      boolean isDecisions,
      List<Waiting> waiting,
      boolean isEmpty,
      @Nullable String problem) {}

  @GET
  public Response waiting(@Context SecurityContext caller) {
    return page(Response.Status.OK, null, caller);
  }

  @POST
  @Path("{number: \\d{1,18}}/give")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response give(
      @PathParam("number") long number,
      @FormParam("agent") @DefaultValue("") String agent,
      @BeanParam NoteForm note,
      @Context SecurityContext caller) {
    TicketId ticket = views.find(number).id();
    try {
      decideOwner.give(ticket, new AgentId(agent), Callers.agent(caller), note.given());
      return Response.seeOther(LIST).build();
    } catch (ProblemException e) {
      return page(Unprocessable.CONTENT, e.problem().detail(), caller);
    } catch (HandOverMissingException e) {
      return page(Unprocessable.CONTENT, e.getMessage() + ".", caller);
    } catch (NotAnAgentException | IllegalArgumentException e) {
      return page(Unprocessable.CONTENT, "Choose an agent of the ticket's team.", caller);
    }
  }

  /** What a lead leaves to the next one when they take a ticket from somebody. */
  public static class NoteForm {

    @FormParam("tried")
    @DefaultValue("")
    private String tried = "";

    @FormParam("reproduced")
    @DefaultValue("")
    private String reproduced = "";

    @FormParam("missing")
    @DefaultValue("")
    private String missing = "";

    /**
     * Empty where nothing was written.
     *
     * @throws ProblemException if it is not complete
     */
    Optional<HandOverNote> given() {
      return tried.isBlank() && reproduced.isBlank() && missing.isBlank()
          ? Optional.empty()
          : Optional.of(HandOverBody.demand(new HandOverBody(tried, reproduced, missing)));
    }
  }

  @POST
  @Path("{number: \\d{1,18}}/send")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(
      @PathParam("number") long number,
      @FormParam("team") @DefaultValue("") String team,
      @FormParam("why") @DefaultValue("") String why,
      @Context SecurityContext caller) {
    TicketId ticket = views.find(number).id();
    try {
      TeamId to = new TeamId(team);
      decideOwner.send(ticket, to, Callers.agent(caller), why);
      return Response.seeOther(LIST).build();
    } catch (HandOverMissingException e) {
      return page(Unprocessable.CONTENT, e.getMessage() + ".", caller);
    } catch (IllegalArgumentException e) {
      return page(Unprocessable.CONTENT, "Choose a team.", caller);
    } catch (WorkAlreadyDoneException | NotYourWorkException e) {
      return page(Response.Status.CONFLICT, e.getMessage(), caller);
    }
  }

  private Response page(
      Response.StatusType status, @Nullable String problem, SecurityContext caller) {
    List<Waiting> waiting = choices.waiting().stream().map(this::line).toList();
    return pages.show(
        status,
        "desk-decisions",
        new DecisionsPage(reader.of(caller), true, waiting, waiting.isEmpty(), problem));
  }

  private Waiting line(OwnerChoices.Undecided ticket) {
    String priority = ticket.priority().name().toLowerCase(Locale.ROOT);
    return new Waiting(
        ticket.number(),
        ticket.subject(),
        Character.toUpperCase(priority.charAt(0)) + priority.substring(1),
        priority,
        ticket.team(),
        ticket.why(),
        Times.age(Duration.between(ticket.createdAt(), clock.instant())),
        ticket.owner(),
        ticket.note(),
        ticket.note() != null,
        ticket.agents(),
        !ticket.agents().isEmpty(),
        ticket.teams());
  }
}
