package org.tierline.portal.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
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
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;

/** How the staff member who asks wants to be told. */
@RequestScoped
@Path("/api/v1/me/notification-settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class NotificationSettingsResource {

  private final Agents agents;
  private final ChoosePreferences choose;

  @Inject
  public NotificationSettingsResource(Agents agents, ChoosePreferences choose) {
    this.agents = agents;
    this.choose = choose;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public NotificationSettingsResource() {
    this(null, null);
  }

  /** The ways one kind of notice takes. */
  public record ChannelsJson(boolean mail, boolean slack, boolean bell) {}

  /**
   * What somebody wishes.
   *
   * @param quietFrom such as {@code 22:00}; null for no quiet hours
   * @param zone the zone of the quiet hours, such as {@code Europe/Berlin}
   * @param digestHours between two digests; 0 for none
   * @param slackConnected only told, never taken
   */
  public record SettingsJson(
      @NotNull(message = "is missing") Map<NoticeKind, @NotNull ChannelsJson> channels,
      @Nullable String quietFrom,
      @Nullable String quietUntil,
      @NotNull(message = "is missing") String zone,
      int digestHours,
      boolean alarmsPierce,
      @Nullable Boolean slackConnected) {}

  @GET
  public SettingsJson settings(@Context SecurityContext caller) throws NotAnAgentException {
    NoticePreferences own = choose.of(agent(caller));
    Map<NoticeKind, ChannelsJson> channels = new EnumMap<>(NoticeKind.class);
    for (NoticeKind kind : NoticeKind.values()) {
      Channels chosen = own.channels(kind);
      channels.put(kind, new ChannelsJson(chosen.mail(), chosen.slack(), chosen.bell()));
    }
    return new SettingsJson(
        channels,
        own.quietHours().map(quiet -> quiet.from().toString()).orElse(null),
        own.quietHours().map(quiet -> quiet.until().toString()).orElse(null),
        own.zone().getId(),
        own.digestHours(),
        own.alarmsPierce(),
        own.slackUser().isPresent());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public SettingsJson change(
      @NotNull(message = "is missing") @Valid SettingsJson body, @Context SecurityContext caller)
      throws NotAnAgentException {
    Map<NoticeKind, Channels> channels = new EnumMap<>(NoticeKind.class);
    body.channels()
        .forEach(
            (kind, ways) ->
                channels.put(kind, new Channels(ways.mail(), ways.slack(), ways.bell())));
    try {
      ZoneId zone = ZoneId.of(body.zone());
      choose.choose(
          agent(caller),
          new ChoosePreferences.Wishes(
              channels, quiet(body, zone), zone, body.digestHours(), body.alarmsPierce()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ProblemException(
          Problem.invalid(
              List.of(new Problem.FieldError("settings", String.valueOf(e.getMessage())))));
    }
    return settings(caller);
  }

  private static Optional<QuietHours> quiet(SettingsJson body, ZoneId zone) {
    return body.quietFrom() == null || body.quietUntil() == null
        ? Optional.empty()
        : Optional.of(
            new QuietHours(
                LocalTime.parse(body.quietFrom()), LocalTime.parse(body.quietUntil()), zone));
  }

  private Agent agent(SecurityContext caller) throws NotAnAgentException {
    AgentId id = new AgentId(caller.getUserPrincipal().getName());
    return agents.find(id).orElseThrow(() -> new NotAnAgentException(id));
  }
}
