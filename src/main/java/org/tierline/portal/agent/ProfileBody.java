package org.tierline.portal.agent;

import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Profile;
import org.tierline.agent.Skill;
import org.tierline.agent.WorkingWeek;
import org.tierline.portal.ProblemException;

/**
 * What a lead says about an agent.
 *
 * @param skills none means a bit of everything
 * @param languages BCP 47 tags
 * @param week such as {@code MON-FRI 09:00-17:00}; empty for any time
 */
public record ProfileBody(
    @NotNull(message = "is missing") Integer capacity,
    @Nullable Boolean senior,
    @Nullable Set<String> skills,
    @Nullable Set<String> languages,
    @NotNull(message = "is missing") String zone,
    @Nullable String week) {

  /** The same from a form, where lists are words between commas or blanks. */
  public static ProfileBody ofForm(
      int capacity, boolean senior, String skills, String languages, String zone, String week) {
    return new ProfileBody(capacity, senior, words(skills), words(languages), zone, week);
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split("[,\\s]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /**
   * The profile, checked.
   *
   * @throws ProblemException naming the field that says something wrong
   */
  public Profile profile() {
    return read(
        "capacity",
        capacity,
        most ->
            new Profile(
                most,
                Boolean.TRUE.equals(senior),
                read("skills", orNone(skills), ProfileBody::skills),
                read("languages", orNone(languages), ProfileBody::languages),
                read("zone", zone, ProfileBody::zone),
                read("week", week == null ? "" : week, WorkingWeek::parse)));
  }

  private static Set<String> orNone(@Nullable Set<String> given) {
    return given == null ? Set.of() : given;
  }

  private static Set<Skill> skills(Set<String> codes) {
    return codes.stream()
        .map(code -> new Skill(code.strip().toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static Set<String> languages(Set<String> tags) {
    return tags.stream()
        .map(tag -> new Locale.Builder().setLanguageTag(tag.strip()).build().toLanguageTag())
        .collect(Collectors.toSet());
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is not a time zone such as Europe/Berlin", e);
    }
  }

  private static <F, T> T read(String field, F given, Function<F, T> reading) {
    try {
      return reading.apply(given);
    } catch (java.util.IllformedLocaleException e) {
      throw AgentsResource.invalid(
          field, new IllegalArgumentException("is not a language tag such as en or pt-BR", e));
    } catch (IllegalArgumentException e) {
      throw AgentsResource.invalid(field, e);
    }
  }
}
