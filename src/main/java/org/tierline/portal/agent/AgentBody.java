package org.tierline.portal.agent;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.Enlistment;
import org.tierline.agent.TeamId;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.portal.Unprocessable;

/**
 * What a lead says about somebody who takes tickets. Of an agent we know, name, address and team
 * may be left out; they stay as they are.
 *
 * @param team the code of one
 * @param skills none means a bit of everything
 * @param languages BCP 47 tags
 * @param week such as {@code MON-FRI 09:00-17:00}; empty for any time
 */
public record AgentBody(
    @Nullable String name,
    @Nullable String email,
    @Nullable String team,
    @NotNull(message = "is missing") Integer capacity,
    @Nullable Boolean senior,
    @Nullable Set<String> skills,
    @Nullable Set<String> languages,
    @NotNull(message = "is missing") String zone,
    @Nullable String week) {

  /** The same from a form. */
  public static AgentBody ofForm(String name, String email, String team, ProfileBody profile) {
    return new AgentBody(
        name,
        email,
        team,
        profile.capacity(),
        profile.senior(),
        profile.skills(),
        profile.languages(),
        profile.zone(),
        profile.week());
  }

  /**
   * The whole of it, checked.
   *
   * @param known what we knew of them
   * @throws ProblemException naming the field that says something wrong
   */
  public Enlistment enlistment(AgentId login, Optional<AgentJson> known) {
    String givenName = demand("name", name, known.map(AgentJson::name));
    EmailAddress address = address(demand("email", email, known.map(AgentJson::email)));
    TeamId of = team(demand("team", team, known.map(AgentJson::team)));
    var profile = new ProfileBody(capacity, senior, skills, languages, zone, week).profile();
    try {
      return new Enlistment(login, givenName, address, of, profile);
    } catch (IllegalArgumentException e) {
      throw AgentsResource.invalid("name", e);
    }
  }

  private static String demand(String field, @Nullable String given, Optional<String> known) {
    return Optional.ofNullable(given)
        .or(() -> known)
        .orElseThrow(
            () -> AgentsResource.invalid(field, new IllegalArgumentException("is missing")));
  }

  private static EmailAddress address(String given) {
    return EmailAddress.parse(given)
        .orElseThrow(
            () ->
                AgentsResource.invalid(
                    "email", new IllegalArgumentException("is not an address we can write to")));
  }

  private static TeamId team(String code) {
    return read(code, TeamId::new)
        .orElseThrow(() -> unprocessable("team", "There is no team " + code));
  }

  private static <T> Optional<T> read(String text, Function<String, T> reading) {
    try {
      return Optional.of(reading.apply(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Understood, but the desk is not so. */
  static ProblemException unprocessable(String field, String why) {
    return new ProblemException(
        new Problem(
            "/problems/invalid",
            "Invalid request",
            Unprocessable.CONTENT.getStatusCode(),
            why,
            List.of(new Problem.FieldError(field, why))));
  }
}
