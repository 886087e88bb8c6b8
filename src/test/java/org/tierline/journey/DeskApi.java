package org.tierline.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;

/** A program that talks to the desk's REST API, as a customer's or, with a login, as staff. */
final class DeskApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  DeskApi(DeskServer desk) {
    this(desk.baseUrl());
  }

  DeskApi(URI base) {
    this.base = base;
  }

  /** Opens a ticket; returns the answer, which the desk gives only once the ticket is stored. */
  JsonNode open(String sender, String subject, String text) {
    String body =
        JSON.createObjectNode()
            .put("subject", subject)
            .put("text", text)
            .put("channel", "API")
            .set("requester", JSON.createObjectNode().put("email", sender).put("name", "Carla"))
            .toString();
    return send(
        HttpRequest.newBuilder(base.resolve("/api/v1/tickets"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        201);
  }

  JsonNode ticket(long number) {
    return read("/api/v1/tickets/" + number);
  }

  /** When each ticket of the desk was made, by its subject. */
  Map<String, Instant> ticketsMadeAt() {
    Map<String, Instant> made = new HashMap<>();
    JsonNode page;
    int number = 0;
    do {
      page = read("/api/v1/tickets?page=" + number++);
      page.path("tickets")
          .forEach(
              ticket ->
                  made.put(
                      ticket.path("subject").asText(),
                      Instant.parse(ticket.path("createdAt").asText())));
    } while (page.path("more").asBoolean());
    return made;
  }

  private JsonNode read(String path) {
    String login = "lena:" + RunningDesk.PASSWORD;
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))),
        200);
  }

  /** Asks until the ticket is as expected. */
  JsonNode await(long number, Predicate<JsonNode> expected) {
    return Awaitility.await("ticket " + number)
        .atMost(Duration.ofMinutes(2))
        .until(() -> ticket(number), expected);
  }

  private JsonNode send(HttpRequest.Builder request, int expectedStatus) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != expectedStatus) {
        throw new AssertionError(answer.statusCode() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError("The desk does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
