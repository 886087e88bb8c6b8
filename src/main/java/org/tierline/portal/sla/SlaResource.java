package org.tierline.portal.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.sla.CalendarVersions;

/** The clock, for programs of the staff. */
@RequestScoped
@Path("/api/v1/sla")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class SlaResource {

  private final Previews previews;
  private final CalendarVersions calendars;

  @Inject
  public SlaResource(Previews previews, CalendarVersions calendars) {
    this.previews = previews;
    this.calendars = calendars;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public SlaResource() {
    this(null, null);
  }

  /** Says what the clock of a ticket would show; nothing is stored. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  public PreviewJson preview(@Nullable PreviewRequest question) {
    if (question == null) {
      throw new BadRequestException();
    }
    return PreviewJson.of(previews.answer(question));
  }

  @GET
  @Path("calendars")
  public List<CalendarJson> calendars() {
    return calendars.names().stream()
        .map(name -> CalendarJson.of(name, calendars.of(name)))
        .toList();
  }
}
