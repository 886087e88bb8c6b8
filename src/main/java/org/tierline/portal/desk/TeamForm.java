package org.tierline.portal.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Team;
import org.tierline.portal.agent.AgentsResource;
import org.tierline.portal.agent.TeamBody;

/** What a lead has typed about a team, as it is shown again when something is wrong with it. */
public class TeamForm {

  @FormParam("code")
  @DefaultValue("")
  String code = "";

  @FormParam("name")
  @DefaultValue("")
  String name = "";

  @FormParam("tier")
  @DefaultValue("")
  String tier = "2";

  @FormParam("after")
  @DefaultValue("")
  String after = "";

  @FormParam("within")
  @DefaultValue("")
  String within = "";

  @FormParam("alerted")
  @DefaultValue("no")
  String alerted = "no";

  static TeamForm of(Team team) {
    var form = new TeamForm();
    form.code = team.id().value();
    form.name = team.name();
    form.tier = Integer.toString(team.tier());
    Optional<Team.Expectation> expectation = team.expectation();
    form.after = expectation.map(e -> Integer.toString(e.fromHours())).orElse("");
    form.within = expectation.map(e -> Integer.toString(e.toHours())).orElse("");
    form.alerted = team.isAlertedOnArrival() ? "yes" : "no";
    return form;
  }

  /** What was typed, for the page. */
  record Typed(
      String code, String name, String tier, String after, String within, boolean alerted) {}

  Typed typed() {
    return new Typed(code, name, tier, after, within, alerted.equals("yes"));
  }

  TeamBody body() {
    Integer of = number("tier", tier);
    if (of == null) {
      throw AgentsResource.invalid("tier", new IllegalArgumentException("is missing"));
    }
    return new TeamBody(
        name, of, number("after", after), number("within", within), alerted.equals("yes"));
  }

  private static @Nullable Integer number(String field, String typed) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(typed.strip());
    } catch (NumberFormatException e) {
      throw AgentsResource.invalid(field, new IllegalArgumentException("is a whole number", e));
    }
  }
}
