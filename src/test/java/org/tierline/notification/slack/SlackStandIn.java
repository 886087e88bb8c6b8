package org.tierline.notification.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A server that answers as Slack does, or as it is told to. */
public final class SlackStandIn implements AutoCloseable {

  private static final String OK =
      "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1503435956.000247\",\"message\":{\"text\":\"x\"}}";

  /** What was asked for. */
  public record Asked(String path, String authorization, String body) {

    /** The fields of a form. */
    public Map<String, String> form() {
      Map<String, String> fields = new HashMap<>();
      Pattern.compile("([^&=]+)=([^&]*)")
          .matcher(body)
          .results()
          .forEach(
              field ->
                  fields.put(
                      URLDecoder.decode(field.group(1), StandardCharsets.UTF_8),
                      URLDecoder.decode(field.group(2), StandardCharsets.UTF_8)));
      return fields;
    }
  }

  private record Answer(int status, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final List<Asked> asked = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();

  public SlackStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestURI().getPath(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Answer answer = answers.isEmpty() ? new Answer(200, OK, Map.of()) : answers.removeFirst();
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The next answer. */
  public void answers(int status, String body, Map<String, String> headers) {
    answers.add(new Answer(status, body, headers));
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** How a desk with these settings shows forms. */
  public static SlackForms forms(SlackSettings settings) {
    return new SlackForms(settings, new SlackConnection(settings));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
