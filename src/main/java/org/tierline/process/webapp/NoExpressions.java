package org.tierline.process.webapp;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests to the engine's API that name an expression: a field or parameter ending in
 * "Expression". Only a stored filter may have some, where the engine itself checks each of them.
 */
public class NoExpressions extends HttpFilter {

  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final Pattern STORED_FILTER =
      Pattern.compile("(?:POST .*/filter/create|PUT .*/filter/[A-Za-z0-9-]+)");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (STORED_FILTER.matcher(request.getMethod() + " " + request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
      return;
    }
    if (Collections.list(request.getParameterNames()).stream().anyMatch(NoExpressions::isDenied)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    String type = request.getContentType();
    if (type != null && !type.toLowerCase(Locale.ROOT).contains("json")) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (namesExpression(body)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(new Reread(request, body), response);
    }
  }

  /** What is no JSON counts as dangerous: the engine's reader might understand it after all. */
  static boolean namesExpression(byte[] body) {
    if (new String(body, StandardCharsets.UTF_8).isBlank()) {
      return false;
    }
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(body))) {
      while (parser.hasNext()) {
        if (parser.next() == JsonParser.Event.KEY_NAME && isDenied(parser.getString())) {
          return true;
        }
      }
      return false;
    } catch (JsonParsingException e) {
      return true;
    }
  }

  private static boolean isDenied(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("expression");
  }

  /** The request with its body put back. */
  private static final class Reread extends HttpServletRequestWrapper {

    private final byte[] body;

    Reread(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Body(body);
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] body) {
      bytes = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(@Nullable ReadListener listener) {
      throw new IllegalStateException("The body has been read");
    }
  }
}
