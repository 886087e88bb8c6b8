package org.tierline.portal.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.notification.Bell;
import org.tierline.notification.NoticeKind;
import org.tierline.notification.StaffNotice;
import org.tierline.portal.agent.Callers;

/** The bell of the staff member who asks. */
@RequestScoped
@Path("/api/v1/me/notifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class NotificationsResource {

  private static final int MOST = 100;

  private final Bell bell;
  private final BellStreams streams;

  @Inject
  public NotificationsResource(Bell bell, BellStreams streams) {
    this.bell = bell;
    this.streams = streams;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public NotificationsResource() {
    this(null, null);
  }

  /**
   * One notice.
   *
   * @param ticket null when it is about no ticket
   * @param link from the desk's root
   */
  public record NotificationJson(
      long id,
      NoticeKind kind,
      @Nullable Long ticket,
      String text,
      String link,
      Instant at,
      boolean read) {

    static NotificationJson of(StaffNotice notice) {
      return new NotificationJson(
          notice.id(),
          notice.kind(),
          notice.ticketNumber().orElse(null),
          notice.headline(),
          notice.link(),
          notice.at(),
          notice.isRead());
    }
  }

  /** The bell: how much is unread, and the latest notices, newest first. */
  public record BellJson(long unread, List<NotificationJson> notifications) {}

  @GET
  public BellJson list(
      @QueryParam("unread") @DefaultValue("false") boolean unread,
      @QueryParam("most") @DefaultValue("20") int most,
      @Context SecurityContext caller) {
    AgentId agent = Callers.agent(caller);
    return new BellJson(
        bell.unread(agent),
        bell.of(agent, unread, Math.max(1, Math.min(most, MOST))).stream()
            .map(NotificationJson::of)
            .toList());
  }

  @POST
  @Path("{notice: \\d{1,18}}/read")
  public void read(@PathParam("notice") long notice, @Context SecurityContext caller) {
    bell.read(Callers.agent(caller), notice);
  }

  @POST
  @Path("read")
  public void readAll(@Context SecurityContext caller) {
    bell.readAll(Callers.agent(caller));
  }

  /** Says how much is unread, now and whenever that changes, as server-sent events. */
  @GET
  @Path("stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void stream(
      @Context SseEventSink sink, @Context Sse sse, @Context SecurityContext caller) {
    streams.open(Callers.agent(caller), sink, sse);
  }
}
