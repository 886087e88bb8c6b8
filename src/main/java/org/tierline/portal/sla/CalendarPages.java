package org.tierline.portal.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.desk.Reader;
import org.tierline.sla.CalendarChange;
import org.tierline.sla.CalendarChangedMeanwhileException;
import org.tierline.sla.CalendarImpact;
import org.tierline.sla.CalendarVersion;
import org.tierline.sla.CalendarVersions;
import org.tierline.sla.ChangeCalendar;
import org.tierline.sla.ChangeInThePastException;
import org.tierline.sla.PublicHolidays;

/** Where a lead looks at the calendars of the desk and changes them, in two steps. */
@RequestScoped
@Path("/desk/calendars")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("lead")
public class CalendarPages {

  private final Pages pages;
  private final Reader reader;
  private final CalendarVersions versions;
  private final ChangeCalendar changeCalendar;
  private final PublicHolidays holidays;
  private final DeskSettings desk;
  private final Clock clock;

  @Inject
  public CalendarPages(
      Pages pages,
      Reader reader,
      CalendarVersions versions,
      ChangeCalendar changeCalendar,
      PublicHolidays holidays,
      DeskSettings desk,
      Clock clock) {
    this.pages = pages;
    this.reader = reader;
    this.versions = versions;
    this.changeCalendar = changeCalendar;
    this.holidays = holidays;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public CalendarPages() {
    this(null, null, null, null, null, null, null);
  }

  /** All calendars. */
  record ListPage(Reader.Who who, boolean isCalendars, List<CalendarView> calendars) {}

  @GET
  public Response list(@Context SecurityContext caller) {
    return pages.show(
        "desk-calendars",
        new ListPage(
            reader.of(caller),
            true,
            versions.names().stream()
                .map(name -> CalendarView.of(versions.of(name), holidays, desk.zone(), today()))
                .toList()));
  }

  @GET
  @Path("new")
  public Response begin(@Context SecurityContext caller) {
    return form(Response.Status.OK, CalendarForm.empty(today()), caller);
  }

  @GET
  @Path("{name: [a-z][a-z0-9-]{0,39}}")
  public Response edit(@PathParam("name") String name, @Context SecurityContext caller) {
    List<CalendarVersion> known = versions.of(name);
    if (known.isEmpty()) {
      throw new NotFoundException();
    }
    CalendarVersion newest = known.get(known.size() - 1);
    return form(Response.Status.OK, CalendarForm.of(newest, today()), caller);
  }

  /** The first step: what would it do? */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(@BeanParam TypedCalendar typed, @Context SecurityContext caller) {
    return decide(
        typed,
        caller,
        (form, change) -> {
          CalendarImpact impact = changeCalendar.preview(change);
          return pages.show(
              "desk-calendar-impact",
              ImpactPage.of(reader.of(caller), form, change, impact, desk.zone()));
        });
  }

  /** The second step: let it count. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(@BeanParam TypedCalendar typed, @Context SecurityContext caller) {
    return decide(
        typed,
        caller,
        (form, change) -> {
          changeCalendar.save(change, caller.getUserPrincipal().getName());
          return Response.seeOther(URI.create("/desk/calendars")).build();
        });
  }

  private interface Step {
    Response take(CalendarForm form, CalendarChange change)
        throws ChangeInThePastException, CalendarChangedMeanwhileException;
  }

  private Response decide(TypedCalendar typed, SecurityContext caller, Step step) {
    CalendarForm.Read read = typed.form().read(region -> holidays.name(region).isPresent());
    Optional<CalendarChange> change = read.isFine();
    if (change.isEmpty()) {
      return form(Unprocessable.CONTENT, read.form(), caller);
    }
    try {
      return step.take(read.form(), change.get());
    } catch (ChangeInThePastException e) {
      return form(
          Unprocessable.CONTENT,
          read.form().with(Map.of("validFrom", sentence(e.getMessage()))),
          caller);
    } catch (CalendarChangedMeanwhileException e) {
      return form(
          Response.Status.CONFLICT,
          read.form().with(Map.of("name", sentence(e.getMessage()))),
          caller);
    }
  }

  private static String sentence(@Nullable String message) {
    return message + ".";
  }

  /** A choice of the holidays. */
  record Region(String code, String name, boolean isChosen) {}

  /** The form. */
  record FormPage(
      Reader.Who who,
      boolean isCalendars,
      CalendarForm form,
      String deskZone,
      String today,
      List<Region> regions,
      @Nullable String nameError,
      @Nullable String validFromError,
      @Nullable String zoneError,
      @Nullable String holidaysError,
      @Nullable String hoursError,
      @Nullable String closuresError) {}

  private Response form(Response.StatusType status, CalendarForm form, SecurityContext caller) {
    return pages.show(
        status,
        "desk-calendar",
        new FormPage(
            reader.of(caller),
            true,
            form,
            desk.zone().getId(),
            today().toString(),
            holidays.regions().stream()
                .map(
                    region ->
                        new Region(
                            region.code(), region.name(), region.code().equals(form.holidays())))
                .toList(),
            form.errors().get("name"),
            form.errors().get("validFrom"),
            form.errors().get("zone"),
            form.errors().get("holidays"),
            form.errors().get("hours"),
            form.errors().get("closures")));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), desk.zone());
  }
}
