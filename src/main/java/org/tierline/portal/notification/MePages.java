package org.tierline.portal.notification;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.NotAnAgentException;
import org.tierline.notification.Channels;
import org.tierline.notification.ChoosePreferences;
import org.tierline.notification.NoticeKind;
import org.tierline.notification.NoticePreferences;
import org.tierline.notification.QuietHours;
import org.tierline.portal.Pages;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.desk.Reader;

/** Where a staff member says how they want to be told, and connects their Slack account. */
@RequestScoped
@Path("/desk/me")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class MePages {

  private static final URI SAVED = URI.create("/desk/me?saved=true");
  private static final List<Integer> DIGESTS = List.of(0, 1, 2, 4, 8, 12, 24);

  private final Pages pages;
  private final Reader reader;
  private final Agents agents;
  private final ChoosePreferences choose;
  private final Clock clock;

  @Inject
  public MePages(Pages pages, Reader reader, Agents agents, ChoosePreferences choose, Clock clock) {
    this.pages = pages;
    this.reader = reader;
    this.agents = agents;
    this.choose = choose;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public MePages() {
    this(null, null, null, null, null);
  }

  /** One kind of notice and the ways it takes. */
  record Row(String kind, String words, boolean mail, boolean slack, boolean bell, boolean alarm) {}

  /** A choice of how often digests come. */
  record DigestChoice(int hours, String words, boolean isChosen) {}

  /** A person's page. */
  record MePage(
      Reader.Who who,
      boolean isMe,
      boolean saved,
      @Nullable String problem,
      List<Row> rows,
      String quietFrom,
      String quietUntil,
      String zone,
      List<DigestChoice> digests,
      boolean alarmsPierce,
      @Nullable String slackUser,
      @Nullable String slackCode) {}

  @GET
  public Response me(
      @QueryParam("saved") @DefaultValue("false") boolean saved, @Context SecurityContext caller)
      throws NotAnAgentException {
    return page(Response.Status.OK, saved, null, caller);
  }

  /** What the person sent. */
  public static class Sent {
    @FormParam("way")
    private List<String> ways = List.of();

    @FormParam("quietFrom")
    @DefaultValue("")
    private String quietFrom = "";

    @FormParam("quietUntil")
    @DefaultValue("")
    private String quietUntil = "";

    @FormParam("zone")
    @DefaultValue("")
    private String zone = "";

    @FormParam("digest")
    @DefaultValue("")
    private String digest = "";

    @FormParam("pierce")
    @DefaultValue("no")
    private String pierce = "no";

    ChoosePreferences.Wishes wishes() {
      Map<NoticeKind, Channels> channels = new EnumMap<>(NoticeKind.class);
      for (NoticeKind kind : NoticeKind.values()) {
        channels.put(kind, new Channels(has(kind, "mail"), has(kind, "slack"), has(kind, "bell")));
      }
      ZoneId in = ZoneId.of(zone.strip());
      Optional<QuietHours> quiet =
          quietFrom.isBlank() && quietUntil.isBlank()
              ? Optional.empty()
              : Optional.of(
                  new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietUntil), in));
      return new ChoosePreferences.Wishes(
          channels, quiet, in, Integer.parseInt(digest), pierce.equals("yes"));
    }

    private boolean has(NoticeKind kind, String way) {
      return ways.contains(kind.name() + ":" + way);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@BeanParam Sent sent, @Context SecurityContext caller)
      throws NotAnAgentException {
    try {
      choose.choose(agent(caller), sent.wishes());
      return Response.seeOther(SAVED).build();
    } catch (DateTimeException e) {
      return page(
          Unprocessable.CONTENT,
          false,
          "Please give times such as 22:00 and a zone such as Europe/Berlin.",
          caller);
    } catch (IllegalArgumentException e) {
      return page(
          Unprocessable.CONTENT,
          false,
          "Quiet hours need a beginning and another end, and digests come as often as offered.",
          caller);
    }
  }

  /** Shows a code to send from the person's Slack account. */
  @POST
  @Path("slack")
  public Response connect(@Context SecurityContext caller) throws NotAnAgentException {
    choose.offerSlack(agent(caller));
    return Response.seeOther(URI.create("/desk/me#slack")).build();
  }

  @POST
  @Path("slack/disconnect")
  public Response disconnect(@Context SecurityContext caller) throws NotAnAgentException {
    choose.disconnectSlack(agent(caller));
    return Response.seeOther(SAVED).build();
  }

  private Response page(
      Response.StatusType status, boolean saved, @Nullable String problem, SecurityContext caller)
      throws NotAnAgentException {
    NoticePreferences own = choose.of(agent(caller));
    return pages.show(
        status,
        "desk-me",
        new MePage(
            reader.of(caller),
            true,
            saved,
            problem,
            Arrays.stream(NoticeKind.values()).map(kind -> row(kind, own.channels(kind))).toList(),
            own.quietHours().map(quiet -> quiet.from().toString()).orElse(""),
            own.quietHours().map(quiet -> quiet.until().toString()).orElse(""),
            own.zone().getId(),
            DIGESTS.stream().map(hours -> digest(hours, own.digestHours())).toList(),
            own.alarmsPierce(),
            own.slackUser().orElse(null),
            own.slackCode(clock.instant()).orElse(null)));
  }

  private static Row row(NoticeKind kind, Channels ways) {
    return new Row(
        kind.name(), kind.words(), ways.mail(), ways.slack(), ways.bell(), kind.isAlarm());
  }

  private static DigestChoice digest(int hours, int chosen) {
    String words =
        switch (hours) {
          case 0 -> "At once, each by itself";
          case 1 -> "Every hour";
          case 24 -> "Once a day, at midnight";
          default -> "Every " + hours + " hours";
        };
    return new DigestChoice(hours, words, hours == chosen);
  }

  private Agent agent(SecurityContext caller) throws NotAnAgentException {
    AgentId id = new AgentId(caller.getUserPrincipal().getName());
    return agents.find(id).orElseThrow(() -> new NotAnAgentException(id));
  }
}
