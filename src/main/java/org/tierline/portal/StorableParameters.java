package org.tierline.portal;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.StorableText;

/**
 * What is typed into an address or a form is text that can be stored and looked for; anything else
 * is refused by the name of its field.
 */
@Provider
public class StorableParameters implements ParamConverterProvider {

  static final String COMPLAINT = "must not contain the character U+0000";

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> rawType, Type genericType, Annotation[] annotations) {
    if (rawType != String.class) {
      return null;
    }
    @SuppressWarnings("unchecked") // T is String
    var storable = (ParamConverter<T>) new Storable(field(annotations));
    return storable;
  }

  /** The name of a field; empty for a part of the path. */
  private static Optional<String> field(Annotation[] annotations) {
    return Arrays.stream(annotations).flatMap(StorableParameters::name).findFirst();
  }

  private static Stream<String> name(Annotation annotation) {
    if (annotation instanceof QueryParam query) {
      return Stream.of(query.value());
    }
    return annotation instanceof FormParam form ? Stream.of(form.value()) : Stream.empty();
  }

  private record Storable(Optional<String> field) implements ParamConverter<String> {

    @Override
    public @Nullable String fromString(@Nullable String typed) {
      if (typed != null && !StorableText.isStorable(typed)) {
        throw refusal();
      }
      return typed;
    }

    /** Nothing lies at an address that nothing can be called by. */
    private WebApplicationException refusal() {
      return field
          .<WebApplicationException>map(
              name ->
                  new ProblemException(
                      Problem.invalid(List.of(new Problem.FieldError(name, COMPLAINT)))))
          .orElseGet(NotFoundException::new);
    }

    @Override
    public String toString(String text) {
      return text;
    }
  }
}
