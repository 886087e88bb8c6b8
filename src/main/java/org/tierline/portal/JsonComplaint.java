package org.tierline.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;

/** What is wrong with a body, in the sender's words: the field, never a class of ours. */
final class JsonComplaint {

  private JsonComplaint() {}

  static Problem of(JsonProcessingException exception) {
    if (exception instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Problem.invalid(List.of(new Problem.FieldError(field(mapping), complaint(mapping))));
    }
    return new Problem(
        "/problems/invalid",
        "Invalid request",
        400,
        "The body is not the JSON we ask for.",
        List.of());
  }

  private static String complaint(JsonMappingException exception) {
    if (exception instanceof UnrecognizedPropertyException) {
      return "is not known here";
    }
    if (exception instanceof InvalidFormatException format
        && format.getTargetType() != null
        && format.getTargetType().isEnum()) {
      return "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants());
    }
    return exception instanceof Json.UnstorableTextException
        ? StorableParameters.COMPLAINT
        : "is of the wrong type";
  }

  private static String field(JsonMappingException exception) {
    var path = new StringBuilder();
    for (JsonMappingException.Reference step : exception.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
