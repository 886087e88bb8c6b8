package org.tierline.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/**
 * How the desk says no: a problem to programs under {@code /api}, a page to everybody else. Neither
 * tells anything about our insides.
 */
@ApplicationScoped
class Failures {

  private final Pages pages;

  @Inject
  Failures(Pages pages) {
    this.pages = pages;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Failures() {
    this(null);
  }

  Response answer(UriInfo uri, Problem problem) {
    if (isApi(uri)) {
      return problem.response();
    }
    if (problem.status() == Response.Status.NOT_FOUND.getStatusCode()) {
      return pages.notFound();
    }
    List<String> lines =
        problem.errors().isEmpty()
            ? List.of(problem.detail())
            : problem.errors().stream().map(e -> e.field() + " " + e.message()).toList();
    return pages.show(
        status(problem.status()), "failure", Map.of("title", problem.title(), "lines", lines));
  }

  static boolean isApi(UriInfo uri) {
    String path = uri.getPath();
    return path.startsWith("/api/") || path.startsWith("api/");
  }

  private static Response.StatusType status(int code) {
    Response.StatusType known = Response.Status.fromStatusCode(code);
    return known == null ? Response.Status.INTERNAL_SERVER_ERROR : known;
  }
}
