package org.tierline.process.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Doors of Camunda's web application that the desk never opens: the set-up that makes an
 * administrator out of whoever asks while there is none, and the second login beside the desk's.
 */
public class ClosedDoors extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String understood = request.getServletPath() + nullToEmpty(request.getPathInfo());
    if (isClosed(understood) || isClosed(request.getRequestURI())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  /** However the path is spelled: encoded, with parameters, with dots or doubled slashes. */
  static boolean isClosed(String path) {
    List<String> segments =
        Arrays.stream(path.split("[/\\\\]+"))
            .map(ClosedDoors::plain)
            .filter(segment -> !segment.isEmpty())
            .toList();
    return segments.contains("api")
        && segments.contains("admin")
        && (segments.contains("setup") || isLogin(segments));
  }

  private static boolean isLogin(List<String> segments) {
    return segments.contains("auth") && segments.contains("login");
  }

  private static String plain(String segment) {
    String decoded = segment;
    for (int i = 0; i < 2 && decoded.indexOf('%') >= 0; i++) {
      try {
        decoded = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        break; // the container answers malformed paths itself
      }
    }
    int parameters = decoded.indexOf(';');
    String name = parameters < 0 ? decoded : decoded.substring(0, parameters);
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static String nullToEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
