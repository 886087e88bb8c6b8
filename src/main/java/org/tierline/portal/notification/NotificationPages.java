package org.tierline.portal.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tierline.notification.Bell;
import org.tierline.notification.StaffNotice;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.agent.Callers;
import org.tierline.portal.desk.Reader;

/** What a staff member was told lately. */
@RequestScoped
@Path("/desk/notifications")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class NotificationPages {

  private static final int MOST = 100;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

  private final Pages pages;
  private final Reader reader;
  private final Bell bell;
  private final DeskSettings desk;

  @Inject
  public NotificationPages(Pages pages, Reader reader, Bell bell, DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.bell = bell;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public NotificationPages() {
    this(null, null, null, null);
  }

  /** One notice. */
  record Line(String text, String link, String at, boolean isUnread, boolean isAlarm) {}

  /** The notices, newest first. */
  record NotificationsPage(
      Reader.Who who, boolean isBell, List<Line> lines, boolean isEmpty, boolean hasUnread) {}

  @GET
  public Response list(@Context SecurityContext caller) {
    List<Line> lines =
        bell.of(Callers.agent(caller), false, MOST).stream().map(this::line).toList();
    return pages.show(
        "desk-notifications",
        new NotificationsPage(
            reader.of(caller),
            true,
            lines,
            lines.isEmpty(),
            lines.stream().anyMatch(Line::isUnread)));
  }

  @POST
  @Path("read")
  public Response readAll(@Context SecurityContext caller) {
    bell.readAll(Callers.agent(caller));
    return Response.seeOther(URI.create("/desk/notifications")).build();
  }

  private Line line(StaffNotice notice) {
    return new Line(
        notice.headline(),
        notice.link(),
        TIME.format(notice.at().atZone(desk.zone())),
        !notice.isRead(),
        notice.kind().isAlarm());
  }
}
