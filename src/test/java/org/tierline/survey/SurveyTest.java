package org.tierline.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.ticket.TicketId;

class SurveyTest {

  private static final Instant MONDAY_9AM = Instant.parse("2026-11-23T09:00:00Z");

  private final Survey survey = Survey.invite(TicketId.random(), MONDAY_9AM);

  @Test
  void lastRatingWinsAndEarlierOnesAreKept() {
    survey.rate(rating(5, MONDAY_9AM));

    survey.rate(rating(2, MONDAY_9AM.plus(Duration.ofDays(6))));

    assertThat(survey.rating()).map(Rating::stars).contains(2);
    assertThat(survey.ratings()).extracting(Rating::stars).containsExactly(5, 2);
  }

  @Test
  void pressingTheButtonTwiceIsOneRating() {
    assertThat(survey.rate(rating(4, MONDAY_9AM))).isTrue();
    assertThat(survey.rate(rating(4, MONDAY_9AM.plusSeconds(1)))).isFalse();

    assertThat(survey.ratings()).hasSize(1);
  }

  @Test
  void ratingBecomesFinalAWeekAfterTheFirstAnswer() {
    Instant answered = MONDAY_9AM.plus(Duration.ofDays(3));
    survey.rate(rating(5, answered));
    survey.rate(rating(4, answered.plus(Duration.ofDays(5))));

    assertThat(survey.takesRatings(answered.plus(Duration.ofDays(7)).minusMillis(1))).isTrue();
    assertThat(survey.takesRatings(answered.plus(Duration.ofDays(7)))).isFalse();
  }

  @Test
  void lateRatingIsRefused() {
    survey.rate(rating(5, MONDAY_9AM));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> survey.rate(rating(1, MONDAY_9AM.plus(Duration.ofDays(8)))));
  }

  @Test
  void linkOpensNothingAfterNinetyDays() {
    assertThat(survey.isOpen(MONDAY_9AM.plus(Duration.ofDays(90)).minusMillis(1))).isTrue();
    assertThat(survey.isOpen(MONDAY_9AM.plus(Duration.ofDays(90)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 6, 500})
  void ratingHasOneToFiveStars(int stars) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> rating(stars, MONDAY_9AM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "x\n"})
  void textThatIsNoTokenOfOursIsNone(String text) {
    assertThat(SurveyToken.parse(text)).isEmpty();
  }

  @Test
  void tokenStaysOutOfLogs() {
    SurveyToken token = SurveyToken.random();

    assertThat(token.toString()).doesNotContain(token.value());
    assertThat(new SurveyInvited(TicketId.random(), token.value()).toString())
        .doesNotContain(token.value());
  }

  private static Rating rating(int stars, Instant at) {
    return new Rating(stars, "", true, at);
  }
}
