package org.tierline.portal.survey;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.Collisions;
import org.tierline.portal.Pages;
import org.tierline.survey.AnswerSurvey;
import org.tierline.survey.Rating;
import org.tierline.survey.ReadSurvey;
import org.tierline.survey.SurveyForm;
import org.tierline.survey.SurveyOverException;
import org.tierline.survey.UnknownSurveyException;

/**
 * Where a customer rates our help. The stars in the mail are links here that preselect one; only
 * the button votes, because mail scanners open every link.
 */
@RequestScoped
@Path("/survey/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SurveyPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final List<String> MEANING =
      List.of("Very unhappy", "Unhappy", "It was all right", "Happy", "Very happy");

  private final ReadSurvey readSurvey;
  private final AnswerSurvey answerSurvey;
  private final Collisions collisions;
  private final Pages pages;
  private final DeskSettings desk;

  @Inject
  public SurveyPage(
      ReadSurvey readSurvey,
      AnswerSurvey answerSurvey,
      Collisions collisions,
      Pages pages,
      DeskSettings desk) {
    this.readSurvey = readSurvey;
    this.answerSurvey = answerSurvey;
    this.collisions = collisions;
    this.pages = pages;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public SurveyPage() {
    this(null, null, null, null, null);
  }

  /**
   * Shows the form, and what was answered before.
   *
   * @param stars the star that was clicked in the mail
   */
  @GET
  public Response form(
      @PathParam("token") String token, @QueryParam("stars") @Nullable String stars) {
    try {
      SurveyForm survey = readSurvey.read(token);
      Optional<Integer> clicked = stars(stars);
      var answer =
          new Answer(
              clicked.or(() -> survey.rating().map(Rating::stars)),
              survey.rating().map(Rating::comment).orElse(""),
              survey.rating().map(Rating::solved).orElse(true));
      boolean thanks = clicked.isEmpty() && survey.rating().isPresent();
      return pages.show("survey", view(survey, answer, thanks, Optional.empty()));
    } catch (UnknownSurveyException e) {
      return pages.notFound();
    }
  }

  /** Votes, and then shows the same page with thanks. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response vote(
      @PathParam("token") String token,
      @FormParam("stars") @Nullable String stars,
      @FormParam("comment") @Nullable String comment,
      @FormParam("unsolved") @Nullable String unsolved) {
    // browsers send line breaks as two characters; the limit shown to people counts one
    String text = comment == null ? "" : comment.replace("\r\n", "\n");
    var answer = new Answer(stars(stars), text, unsolved == null);
    return collisions.survive(() -> vote(token, answer));
  }

  private Response vote(String token, Answer answer) {
    try {
      SurveyForm survey = readSurvey.read(token);
      Optional<String> objection = answer.objection();
      if (objection.isPresent() && survey.open()) {
        return pages.show(
            Response.Status.BAD_REQUEST, "survey", view(survey, answer, false, objection));
      }
      if (answer.stars().isPresent()) {
        answerSurvey.answer(token, answer.stars().get(), answer.comment(), answer.solved());
      }
      return seeThanks(token);
    } catch (UnknownSurveyException e) {
      return pages.notFound();
    } catch (SurveyOverException e) {
      return seeThanks(token); // which says that the earlier answer is final
    }
  }

  private static Response seeThanks(String token) {
    return Response.seeOther(URI.create("/survey/" + token)).build();
  }

  private static Optional<Integer> stars(@Nullable String text) {
    return text != null && text.matches("[1-5]")
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  private View view(SurveyForm survey, Answer answer, boolean thanks, Optional<String> objection) {
    return new View(
        survey.number().toString(),
        survey.subject(),
        survey.open(),
        thanks,
        survey.rating().map(Rating::stars),
        survey.changeableUntil().map(this::day),
        choices(answer.stars()),
        answer.comment(),
        !answer.solved(),
        Rating.MAX_COMMENT_LENGTH,
        objection);
  }

  private String day(Instant instant) {
    return DAY.format(instant.atZone(desk.zone()));
  }

  private static List<Choice> choices(Optional<Integer> chosen) {
    return IntStream.iterate(Rating.MOST_STARS, stars -> stars > 0, stars -> stars - 1)
        .mapToObj(
            stars ->
                new Choice(
                    stars,
                    "★".repeat(stars),
                    MEANING.get(stars - 1),
                    chosen.filter(choice -> choice == stars).isPresent()))
        .toList();
  }

  private record Answer(Optional<Integer> stars, String comment, boolean solved) {

    /** What a person has to correct first. */
    Optional<String> objection() {
      if (stars.isEmpty()) {
        return Optional.of("Please choose one to five stars.");
      }
      return comment.length() > Rating.MAX_COMMENT_LENGTH
          ? Optional.of(
              "Please shorten your comment to %d characters; it has %d."
                  .formatted(Rating.MAX_COMMENT_LENGTH, comment.length()))
          : Optional.empty();
    }
  }

  private record Choice(int stars, String drawn, String meaning, boolean chosen) {}

  private record View(
      String number,
      String subject,
      boolean open,
      boolean thanks,
      Optional<Integer> given,
      Optional<String> changeableUntil,
      List<Choice> choices,
      String comment,
      boolean unsolved,
      int commentLength,
      Optional<String> objection) {}
}
