package org.tierline.survey;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The unguessable part of the link to a survey: 192 random bits, URL-safe. */
public record SurveyToken(String value) {

  private static final int BYTES = 24;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

  public SurveyToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a survey token");
    }
  }

  public static SurveyToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SurveyToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads the last part of a link; empty when no link of ours can look like that. */
  public static Optional<SurveyToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SurveyToken(text)) : Optional.empty();
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "SurveyToken[…]";
  }
}
