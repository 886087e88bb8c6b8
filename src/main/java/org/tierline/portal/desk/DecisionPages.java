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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.escalation.DecideOwner;
import org.tierline.escalation.DecideOwner.Decision;
import org.tierline.escalation.HandOverMissingException;
import org.tierline.escalation.TakenMeanwhileException;
import org.tierline.portal.Collisions;
import org.tierline.portal.Pages;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Times;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.agent.Callers;
import org.tierline.portal.ticket.HandOverBody;
import org.tierline.portal.ticket.OwnerChoices;
import org.tierline.portal.ticket.OwnerChoices.Undecided;
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
      @Nullable String ownerLogin,
      OwnerChoices.@Nullable Note note,
      boolean needsWhy,
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
      @BeanParam DecisionForm form,
      @Context SecurityContext caller) {
    TicketId ticket = views.find(number).id();
    try {
      decideOwner.give(form.decision(ticket, Callers.agent(caller)), new AgentId(agent));
      return Response.seeOther(LIST).build();
    } catch (ProblemException e) {
      return page(Unprocessable.CONTENT, e.problem().detail(), caller);
    } catch (HandOverMissingException e) {
      return page(Unprocessable.CONTENT, e.getMessage() + ".", caller);
    } catch (NotAnAgentException | IllegalArgumentException e) {
      return page(Unprocessable.CONTENT, "Choose an agent of the ticket's team.", caller);
    } catch (TakenMeanwhileException e) {
      return again(ticket, e.getMessage() + ".", caller);
    } catch (RuntimeException e) {
      return again(ticket, collision(e), caller);
    }
  }

  @POST
  @Path("{number: \\d{1,18}}/send")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(
      @PathParam("number") long number,
      @FormParam("team") @DefaultValue("") String team,
      @FormParam("why") @DefaultValue("") String why,
      @BeanParam DecisionForm form,
      @Context SecurityContext caller) {
    TicketId ticket = views.find(number).id();
    try {
      decideOwner.send(form.decision(ticket, Callers.agent(caller)), new TeamId(team), why);
      return Response.seeOther(LIST).build();
    } catch (ProblemException e) {
      return page(Unprocessable.CONTENT, e.problem().detail(), caller);
    } catch (HandOverMissingException e) {
      return page(Unprocessable.CONTENT, e.getMessage() + ".", caller);
    } catch (IllegalArgumentException e) {
      return page(Unprocessable.CONTENT, "Choose a team.", caller);
    } catch (WorkAlreadyDoneException | TakenMeanwhileException e) {
      return again(ticket, e.getMessage() + ".", caller);
    } catch (RuntimeException e) {
      return again(ticket, collision(e), caller);
    }
  }

  /** Whose it was when a lead looked, and what they leave to the next one. */
  public static class DecisionForm {

    @FormParam("owner")
    @DefaultValue("")
    private String owner = "";

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
     * @throws ProblemException if the note is not complete
     */
    Decision decision(TicketId ticket, AgentId lead) {
      Optional<AgentId> seen =
          Optional.of(owner).filter(typed -> !typed.isBlank()).map(AgentId::new);
      return new Decision(ticket, lead, seen, note());
    }

    /** Empty where nothing was written. */
    private Optional<HandOverNote> note() {
      return tried.isBlank() && reproduced.isBlank() && missing.isBlank()
          ? Optional.empty()
          : Optional.of(HandOverBody.demand(new HandOverBody(tried, reproduced, missing)));
    }
  }

  /** Somebody changed the ticket in the very moment; anything else flies. */
  private static String collision(RuntimeException thrown) {
    if (!Collisions.isCollision(thrown)) {
      throw thrown;
    }
    return "Somebody changed the ticket in the same moment; please decide again.";
  }

  /** The ticket is not as the lead saw it: shows how it is, with the forms to decide once more. */
  private Response again(TicketId ticket, String problem, SecurityContext caller) {
    List<Undecided> waiting = choices.waiting();
    Stream<Undecided> stale =
        choices.again(ticket).stream()
            .filter(it -> waiting.stream().noneMatch(other -> other.number() == it.number()));
    return page(
        Response.Status.CONFLICT, problem, Stream.concat(stale, waiting.stream()).toList(), caller);
  }

  private Response page(
      Response.StatusType status, @Nullable String problem, SecurityContext caller) {
    return page(status, problem, choices.waiting(), caller);
  }

  private Response page(
      Response.StatusType status,
      @Nullable String problem,
      List<Undecided> undecided,
      SecurityContext caller) {
    List<Waiting> waiting = undecided.stream().map(this::line).toList();
    return pages.show(
        status,
        "desk-decisions",
        new DecisionsPage(reader.of(caller), true, waiting, waiting.isEmpty(), problem));
  }

  private Waiting line(Undecided ticket) {
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
        ticket.ownerLogin(),
        ticket.note(),
        ticket.note() == null && ticket.owner() == null,
        ticket.agents(),
        !ticket.agents().isEmpty(),
        ticket.teams());
  }
}
