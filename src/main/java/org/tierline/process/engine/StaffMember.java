package org.tierline.process.engine;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.platform.mail.EmailAddress;

/** A person who gets an account at the first start. */
record StaffMember(
    String login,
    String firstName,
    String lastName,
    List<String> groups,
    Optional<TeamId> team,
    Set<String> languages,
    int capacity) {

  private static final String MAIL_DOMAIN = "tierline.example";

  static final StaffMember ADMINISTRATOR =
      new StaffMember(
          "admin",
          "The",
          "Administrator",
          List.of(Groups.ADMINISTRATORS),
          Optional.empty(),
          Set.of(),
          0);

  /** The people of the demonstration. */
  static List<StaffMember> demonstration() {
    InputStream file =
        Objects.requireNonNull(StaffMember.class.getResourceAsStream("/staff/demonstration.json"));
    try (JsonReader reader = Json.createReader(file)) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(StaffMember::of)
          .toList();
    }
  }

  private static StaffMember of(JsonObject person) {
    return new StaffMember(
        person.getString("login"),
        person.getString("firstName"),
        person.getString("lastName"),
        texts(person, "groups"),
        Optional.ofNullable(person.getString("team", null)).map(TeamId::new),
        Set.copyOf(texts(person, "languages")),
        person.getInt("capacity"));
  }

  private static List<String> texts(JsonObject person, String name) {
    return person.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  String email() {
    return login + "@" + MAIL_DOMAIN;
  }

  /** Who belongs to a team takes tickets; with no skill listed, of every kind. */
  Optional<Agent> asAgent() {
    return team.map(
        of ->
            new Agent(
                new AgentId(login),
                firstName + " " + lastName,
                new EmailAddress(email()),
                of,
                Set.of(),
                languages,
                capacity));
  }
}
