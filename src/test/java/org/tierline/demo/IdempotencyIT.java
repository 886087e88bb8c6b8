package org.tierline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a program asks for under one key is done once, in the server's own transactions. */
class IdempotencyIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REPLY = "{\"kind\": \"REPLY\", \"text\": \"It is on its way.\"}";

  private final RunningDesk desk = RunningDesk.get();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aReplyAskedForManyTimesAtOnceIsWrittenOnce() throws Exception {
    String ticket = "/api/v1/tickets/" + newTicket();
    HttpRequest request = keyed(post(ticket + "/messages", REPLY), ticket);

    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, 4)
            .mapToObj(i -> http.sendAsync(request, BodyHandlers.ofString()))
            .toList();
    Set<String> answers =
        asked.stream()
            .map(CompletableFuture::join)
            .filter(answer -> answer.statusCode() == 201)
            .map(HttpResponse::body)
            .collect(Collectors.toSet());
    String again = written(request);

    assertThat(Set.of(again)).containsAll(answers);
    JsonNode messages = JSON.readTree(http.send(get(ticket), BodyHandlers.ofString()).body());
    assertThat(StreamSupport.stream(messages.path("messages").spliterator(), false))
        .filteredOn(message -> message.path("text").asText().equals("It is on its way."))
        .hasSize(1);
  }

  @Test
  void anotherReplyUnderTheSameKeyIsRefused() throws Exception {
    String ticket = "/api/v1/tickets/" + newTicket();
    written(keyed(post(ticket + "/messages", REPLY), ticket));

    HttpRequest.Builder another = post(ticket + "/messages", REPLY.replace("way", "ship"));
    HttpResponse<String> other = http.send(keyed(another, ticket), BodyHandlers.ofString());

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency-key-reused");
  }

  /** The desk may be at the new ticket in the same moment, and says so. */
  private String written(HttpRequest request) {
    return await("reply")
        .until(
            () -> http.send(request, BodyHandlers.ofString()),
            answer -> {
              assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409);
              return answer.statusCode() == 201;
            })
        .body();
  }

  private long newTicket() throws Exception {
    String body =
        """
        {"subject": "Order 7", "text": "It has not arrived.", "channel": "API",
         "requester": {"email": "ida@customer.example", "name": "Ida"}}
        """;
    HttpResponse<String> answer =
        http.send(post("/api/v1/tickets", body).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).path("number").asLong();
  }

  private HttpRequest.Builder post(String path, String body) {
    return asLead(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpRequest keyed(HttpRequest.Builder request, String key) {
    return request.header("Idempotency-Key", key).build();
  }

  private HttpRequest get(String path) {
    return asLead(path).build();
  }

  private HttpRequest.Builder asLead(String path) {
    String login = "lena:" + RunningDesk.PASSWORD;
    return HttpRequest.newBuilder(desk.server().baseUrl().resolve(path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }
}
