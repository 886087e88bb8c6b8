package org.tierline.portal.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import org.tierline.portal.agent.AgentBody;
import org.tierline.portal.agent.AgentJson;
import org.tierline.portal.agent.AgentsResource;
import org.tierline.portal.agent.ProfileBody;

/** What a lead has typed about an agent, as it is shown again when something is wrong with it. */
public class AgentForm {

  /** Ten usual tickets at once. */
  private static final String USUAL_CAPACITY = "20";

  @FormParam("login")
  @DefaultValue("")
  String login = "";

  @FormParam("name")
  @DefaultValue("")
  String name = "";

  @FormParam("email")
  @DefaultValue("")
  String email = "";

  @FormParam("team")
  @DefaultValue("")
  String team = "";

  @FormParam("capacity")
  @DefaultValue("")
  String capacity = USUAL_CAPACITY;

  @FormParam("senior")
  @DefaultValue("no")
  String senior = "no";

  @FormParam("skills")
  @DefaultValue("")
  String skills = "";

  @FormParam("languages")
  @DefaultValue("")
  String languages = "en";

  @FormParam("zone")
  @DefaultValue("")
  String zone = "";

  @FormParam("week")
  @DefaultValue("")
  String week = "";

  static AgentForm empty(String zone) {
    var form = new AgentForm();
    form.zone = zone;
    return form;
  }

  static AgentForm of(AgentJson agent) {
    var form = new AgentForm();
    form.login = agent.login();
    form.name = agent.name();
    form.email = agent.email();
    form.team = agent.team();
    form.capacity = Integer.toString(agent.capacity());
    form.senior = agent.senior() ? "yes" : "no";
    form.skills = String.join(", ", agent.skills());
    form.languages = String.join(", ", agent.languages());
    form.zone = agent.zone();
    form.week = agent.week();
    return form;
  }

  /** What was typed, for the page. */
  record Typed(
      String login,
      String name,
      String email,
      String capacity,
      boolean senior,
      String skills,
      String languages,
      String zone,
      String week) {}

  Typed typed() {
    return new Typed(
        login, name, email, capacity, senior.equals("yes"), skills, languages, zone, week);
  }

  AgentBody body() {
    return AgentBody.ofForm(
        name,
        email,
        team,
        ProfileBody.ofForm(wholeNumber(), senior.equals("yes"), skills, languages, zone, week));
  }

  private int wholeNumber() {
    try {
      return Integer.parseInt(capacity.strip());
    } catch (NumberFormatException e) {
      throw AgentsResource.invalid(
          "capacity", new IllegalArgumentException("is a whole number", e));
    }
  }
}
