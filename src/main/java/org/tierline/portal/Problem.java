package org.tierline.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Why the API refused, for programs and for the people who read their logs (RFC 9457).
 *
 * @param type which problem it is, for programs; {@code about:blank} when the status says it all
 * @param detail a sentence about this very case, without internals
 * @param errors the fields at fault, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, List<FieldError> errors) {

  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /**
   * One field that does not hold what it should.
   *
   * @param field its path in the body, such as {@code requester.email}
   */
  public record FieldError(String field, String message) {}

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(Response.StatusType status, String detail) {
    return new Problem(
        "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, List.of());
  }

  /** A problem a program may want to tell from others of the same status. */
  public static Problem of(Response.StatusType status, String type, String title, String detail) {
    return new Problem("/problems/" + type, title, status.getStatusCode(), detail, List.of());
  }

  /** The body is not what the API asks for. */
  public static Problem invalid(List<FieldError> errors) {
    String detail =
        errors.stream()
            .map(e -> e.field() + " " + e.message())
            .reduce((a, b) -> a + "; " + b)
            .orElse("The request is not valid");
    return new Problem("/problems/invalid", "Invalid request", 400, detail, errors);
  }

  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
