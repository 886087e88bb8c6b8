package org.tierline.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns what went wrong into an answer, one small class for each kind. */
public final class FailureMappers {

  static final List<Class<?>> ALL =
      List.of(
          Refused.class, Invalid.class, NotJson.class, UnknownProperty.class, AnythingElse.class);

  private FailureMappers() {}

  /** Makes one without a container. */
  static Object with(Class<?> mapper, Failures failures) {
    try {
      var made = (Mapper<?>) mapper.getDeclaredConstructor().newInstance();
      made.answerBy(failures);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private abstract static class Mapper<T extends Throwable> implements ExceptionMapper<T> {

    @SuppressWarnings("NullAway.Init") // injected
    Failures failures;

    @Context UriInfo uri;

    @Inject
    void answerBy(Failures answers) {
      this.failures = answers;
    }

    @Override
    public Response toResponse(T exception) {
      return failures.answer(uri, problem(exception));
    }

    abstract Problem problem(T exception);
  }

  /** JAX-RS or one of our resources refused. */
  @Provider
  @ApplicationScoped
  public static class Refused extends Mapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refusal) {
      Response given = refusal.getResponse();
      if (given.hasEntity() || given.getStatus() < 400) {
        return given;
      }
      Response answer = failures.answer(uri, problem(refusal));
      Response.ResponseBuilder builder = Response.fromResponse(answer);
      for (String kept : List.of("Allow", "WWW-Authenticate", "Retry-After")) {
        if (given.getHeaderString(kept) != null) {
          builder.header(kept, given.getHeaderString(kept));
        }
      }
      return builder.build();
    }

    @Override
    Problem problem(WebApplicationException refusal) {
      if (refusal instanceof ProblemException told) {
        return told.problem();
      }
      Response.StatusType status = refusal.getResponse().getStatusInfo();
      return Problem.of(status, sentence(status));
    }

    /** The exception's own message may name classes and parameters of ours. */
    private static String sentence(Response.StatusType status) {
      return switch (status.getStatusCode()) {
        case 400 -> "The request cannot be understood.";
        case 401 -> "Log in first.";
        case 403 -> "You may not do this.";
        case 404 -> "There is nothing here.";
        case 405 -> "This address does not take that method.";
        case 406 -> "This cannot be had in the form you ask for.";
        case 413 -> "That is more than we accept at once.";
        case 415 -> "This address does not take that kind of content.";
        case 503 -> "Something this needs does not answer. Try again in a minute.";
        default -> status.getReasonPhrase();
      };
    }
  }

  /** A field does not hold what it should. */
  @Provider
  @ApplicationScoped
  public static class Invalid extends Mapper<ConstraintViolationException> {

    @Override
    Problem problem(ConstraintViolationException exception) {
      return Problem.invalid(
          exception.getConstraintViolations().stream()
              .map(v -> new Problem.FieldError(field(v), v.getMessage()))
              .sorted(Comparator.comparing(Problem.FieldError::field))
              .toList());
    }

    /** The path below the body: the method and its parameter are our own affair. */
    private static String field(ConstraintViolation<?> violation) {
      var path = new StringBuilder();
      String parameter = "";
      for (Path.Node node : violation.getPropertyPath()) {
        switch (node.getKind()) {
          case PARAMETER -> parameter = String.valueOf(node.getName());
          case PROPERTY -> path.append(path.isEmpty() ? "" : ".").append(node.getName());
          default -> {}
        }
      }
      return path.isEmpty() ? parameter : path.toString();
    }
  }

  /** The body is not JSON, or not of the shape we ask for. */
  @Provider
  @ApplicationScoped
  public static class NotJson extends Mapper<JsonProcessingException> {

    @Override
    Problem problem(JsonProcessingException exception) {
      return JsonComplaint.of(exception);
    }
  }

  /** JAX-RS has a mapper of its own for this one, which would name our classes. */
  @Provider
  @ApplicationScoped
  public static class UnknownProperty extends Mapper<UnrecognizedPropertyException> {

    @Override
    Problem problem(UnrecognizedPropertyException exception) {
      return JsonComplaint.of(exception);
    }
  }

  /**
   * Everything else: a conflict we can name, a database that is away, or a mistake of ours. Of that
   * the log has the story, the caller a number to ask for it.
   */
  @Provider
  @ApplicationScoped
  public static class AnythingElse extends Mapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(AnythingElse.class.getName());

    @Override
    public Response toResponse(Throwable exception) {
      Response answer = super.toResponse(exception);
      return answer.getStatus() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
          ? Response.fromResponse(answer)
              .header(HttpHeaders.RETRY_AFTER, Outage.PATIENCE.toSeconds())
              .build()
          : answer;
    }

    @Override
    Problem problem(Throwable exception) {
      return Conflict.of(exception).or(() -> outage(exception)).orElseGet(() -> mistake(exception));
    }

    private static Optional<Problem> outage(Throwable exception) {
      Optional<Problem> outage = Outage.of(exception);
      outage.ifPresent(
          away -> LOG.log(System.Logger.Level.WARNING, "Request refused: {0}", exception));
      return outage;
    }

    private static Problem mistake(Throwable exception) {
      String incident = UUID.randomUUID().toString();
      LOG.log(System.Logger.Level.ERROR, "Request failed, incident " + incident, exception);
      return Problem.of(
          Response.Status.INTERNAL_SERVER_ERROR,
          "Something went wrong on our side; nothing was stored. Incident " + incident);
    }
  }
}
