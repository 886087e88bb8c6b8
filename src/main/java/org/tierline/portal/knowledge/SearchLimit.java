package org.tierline.portal.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.portal.RateLimit;

/** How often one network address may search, so that nobody keeps the index busy for fun. */
@ApplicationScoped
public class SearchLimit {

  private final RateLimit addresses;

  @Inject
  public SearchLimit(
      @ConfigProperty(name = "tierline.portal.searches-per-address", defaultValue = "120")
          int perMinute,
      Clock clock) {
    this.addresses = new RateLimit(perMinute, Duration.ofMinutes(1), clock);
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SearchLimit() {
    this(1, null);
  }

  /** Counts a search, and refuses one too many. */
  void visit(HttpServletRequest request) {
    addresses
        .visit(request.getRemoteAddr())
        .ifPresent(
            wait -> {
              throw tooMany(wait);
            });
  }

  private static ProblemException tooMany(Duration wait) {
    return new ProblemException(
        Problem.of(
            Response.Status.TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many searches",
            "That was a lot in a short time. Try again in " + wait.toSeconds() + " seconds."),
        wait);
  }
}
