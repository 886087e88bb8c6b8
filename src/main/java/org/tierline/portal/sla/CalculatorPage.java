package org.tierline.portal.sla;

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
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Pages;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Times;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.desk.Reader;
import org.tierline.sla.BusinessCalendars;
import org.tierline.sla.LedgerLine;
import org.tierline.sla.SlaStatus;

/** Where a lead asks when something would be due and why; nothing is stored. */
@RequestScoped
@Path("/desk/sla/calculator")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("lead")
public class CalculatorPage {

  private final Pages pages;
  private final Reader reader;
  private final Previews previews;
  private final BusinessCalendars calendars;
  private final DeskSettings desk;
  private final Clock clock;

  @Inject
  public CalculatorPage(
      Pages pages,
      Reader reader,
      Previews previews,
      BusinessCalendars calendars,
      DeskSettings desk,
      Clock clock) {
    this.pages = pages;
    this.reader = reader;
    this.previews = previews;
    this.calendars = calendars;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public CalculatorPage() {
    this(null, null, null, null, null, null);
  }

  /** A calendar to choose. */
  record Choice(String name, boolean isChosen) {}

  /** One line of the ledger. */
  record Line(String from, String to, String what, String length, String counted, boolean ran) {}

  /** What the clock answers. */
  record Answer(
      String due,
      String warn,
      String used,
      String left,
      boolean isBreached,
      String now,
      List<Line> lines,
      boolean isEmpty) {}

  /**
   * The page.
   *
   * @param answer null while nothing was asked
   */
  record Page(
      Reader.Who who,
      boolean isCalendars,
      CalculatorForm form,
      List<Choice> calendars,
      String zone,
      List<String> errors,
      boolean hasErrors,
      @Nullable Answer answer) {}

  @GET
  public Response calculate(@Context UriInfo uri, @Context SecurityContext caller) {
    var typed = uri.getQueryParameters();
    return typed.containsKey("target")
        ? answer(CalculatorForm.of(typed), caller)
        : show(Response.Status.OK, example(), List.of(), null, caller);
  }

  /** Four hours from now, so that one sees how it is asked. */
  private CalculatorForm example() {
    String now =
        LocalDateTime.ofInstant(clock.instant(), desk.zone())
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
    return new CalculatorForm("business-hours", now, "4h", true, "30m", "", now);
  }

  private Response answer(CalculatorForm form, SecurityContext caller) {
    ZoneId zone = zone(form);
    try {
      SlaStatus status = previews.answer(form.question(zone));
      return show(Response.Status.OK, form, List.of(), answer(status, form, zone), caller);
    } catch (ProblemException refusal) {
      List<String> errors =
          refusal.problem().errors().stream().map(CalculatorPage::sentence).toList();
      return show(Unprocessable.CONTENT, form, errors, null, caller);
    }
  }

  /** What a program is told, in the words of this page. */
  private static String sentence(Problem.FieldError error) {
    String field =
        switch (error.field()) {
          case "openedAt" -> "Opened";
          case "now" -> "Asked at";
          case "target" -> "Promised";
          case "warnBefore" -> "Warn so long before";
          case "calendar" -> "Calendar";
          default -> "Pauses";
        };
    return "%s: %s."
        .formatted(
            field,
            error
                .message()
                .replace("an instant like 2026-11-23T10:00:00Z", "a time like 2026-11-23 10:00")
                .replace("a duration like PT4H or P1DT30M", "a time like 4h or 1h 30m"));
  }

  private ZoneId zone(CalculatorForm form) {
    return calendars
        .find(form.calendar())
        .map(calendar -> calendar.zone(clock.instant()))
        .orElse(desk.zone());
  }

  private Answer answer(SlaStatus status, CalculatorForm form, ZoneId zone) {
    Instant now = TimeWords.onTheWall(form.now(), zone).orElseGet(clock::instant);
    return new Answer(
        TimeWords.time(status.dueAt(), zone),
        TimeWords.time(status.warnAt(), zone),
        Times.exactSpan(status.consumed()),
        Times.exactSpan(status.remaining()),
        status.isBreached(),
        TimeWords.time(now.truncatedTo(ChronoUnit.SECONDS), zone),
        status.ledger().stream().map(line -> line(line, zone)).toList(),
        status.ledger().isEmpty());
  }

  private static Line line(LedgerLine line, ZoneId zone) {
    boolean ran = line.kind() == LedgerLine.Kind.RAN;
    return new Line(
        TimeWords.time(line.from(), zone),
        TimeWords.time(line.to(), zone),
        line.what(),
        Times.exactSpan(line.length()),
        ran ? Times.exactSpan(line.counted()) : "–",
        ran);
  }

  private Response show(
      Response.StatusType status,
      CalculatorForm form,
      List<String> errors,
      @Nullable Answer answer,
      SecurityContext caller) {
    return pages.show(
        status,
        "desk-calculator",
        new Page(
            reader.of(caller),
            true,
            form,
            calendars.names().stream()
                .map(name -> new Choice(name, name.equals(form.calendar())))
                .toList(),
            zone(form).getId(),
            errors,
            !errors.isEmpty(),
            answer));
  }
}
