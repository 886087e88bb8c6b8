package org.tierline.portal;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** A request is refused, and the caller is told why. */
public class ProblemException extends WebApplicationException {

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), problem.status());
    this.problem = problem;
  }

  /** The caller may try again after a while. */
  public ProblemException(Problem problem, Duration retryAfter) {
    super(
        problem.detail(),
        Response.status(problem.status())
            .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
            .build());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
