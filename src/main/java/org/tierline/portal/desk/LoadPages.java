package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tierline.assignment.ReadLoad;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.Times;
import org.tierline.ticket.StrayTickets;

/** What every team and agent has to do, for leads. */
@RequestScoped
@Path("/desk/load")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("lead")
public class LoadPages {

  private static final int ALMOST_FULL_PERCENT = 80;

  private final Pages pages;
  private final Reader reader;
  private final ReadLoad readLoad;
  private final StrayTickets strayTickets;
  private final DeskSettings desk;
  private final Clock clock;

  @Inject
  public LoadPages(
      Pages pages,
      Reader reader,
      ReadLoad readLoad,
      StrayTickets strayTickets,
      DeskSettings desk,
      Clock clock) {
    this.pages = pages;
    this.reader = reader;
    this.readLoad = readLoad;
    this.strayTickets = strayTickets;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public LoadPages() {
    this(null, null, null, null, null, null);
  }

  /** One agent's line. */
  record AgentLine(
      String login,
      String name,
      String state,
      String tone,
      String back,
      int load,
      int capacity,
      boolean hasCapacity,
      int warnFrom,
      int open,
      int waiting,
      int overdue,
      boolean isLate) {}

  /** One team's block. */
  record TeamBlock(
      String code,
      String name,
      int queued,
      boolean hasQueue,
      String oldest,
      int overdueQueued,
      boolean isLate,
      int load,
      int capacity,
      List<AgentLine> agents,
      boolean isEmpty) {}

  /**
   * The whole desk.
   *
   * @param astray tickets nobody would come back to
   */
  record LoadPage(
      Reader.Who who,
      boolean isLoad,
      int open,
      int waiting,
      int queued,
      int overdue,
      boolean isLate,
      int astray,
      boolean isAstray,
      List<TeamBlock> teams) {}

  @GET
  public Response load(@Context SecurityContext caller) {
    List<ReadLoad.TeamLoad> loads = readLoad.read();
    List<ReadLoad.AgentLoad> agents = loads.stream().flatMap(l -> l.agents().stream()).toList();
    int queued = loads.stream().mapToInt(ReadLoad.TeamLoad::queued).sum();
    int overdue =
        loads.stream().mapToInt(ReadLoad.TeamLoad::overdueQueued).sum()
            + agents.stream().mapToInt(ReadLoad.AgentLoad::overdue).sum();
    int astray = strayTickets.find().size();
    return pages.show(
        "desk-load",
        new LoadPage(
            reader.of(caller),
            true,
            agents.stream().mapToInt(ReadLoad.AgentLoad::open).sum() + queued,
            agents.stream().mapToInt(ReadLoad.AgentLoad::waiting).sum(),
            queued,
            overdue,
            overdue > 0,
            astray,
            astray > 0,
            loads.stream().map(this::block).toList()));
  }

  private TeamBlock block(ReadLoad.TeamLoad load) {
    Instant now = clock.instant();
    return new TeamBlock(
        load.team().value(),
        load.name(),
        load.queued(),
        load.queued() > 0,
        load.oldestQueued().map(at -> Times.age(Duration.between(at, now))).orElse(""),
        load.overdueQueued(),
        load.overdueQueued() > 0,
        load.load(),
        load.capacityOnDuty(),
        load.agents().stream().map(this::line).toList(),
        load.agents().isEmpty());
  }

  private AgentLine line(ReadLoad.AgentLoad agent) {
    var presence = PresenceWords.of(agent.presence());
    return new AgentLine(
        agent.agent().value(),
        agent.name(),
        presence.state(),
        presence.tone(),
        agent.back().map(at -> Times.moment(at, desk.zone())).orElse(""),
        agent.load(),
        agent.capacity(),
        agent.capacity() > 0,
        agent.capacity() * ALMOST_FULL_PERCENT / 100,
        agent.open(),
        agent.waiting(),
        agent.overdue(),
        agent.overdue() > 0);
  }
}
