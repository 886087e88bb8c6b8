package org.tierline.portal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.tierline.platform.StorableText;

/**
 * JSON as the API speaks it: instants in ISO-8601, and no guessing. What a caller sends has the
 * names and types we published, or is refused.
 */
@Provider
public class Json implements ContextResolver<ObjectMapper> {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(String.class, new StorableString()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              textual ->
                  textual
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Enum,
              named -> named.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .build();

  /** Text as it was sent, unless no database could keep it. */
  private static final class StorableString extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1;

    private StorableString() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (!StorableText.isStorable(text)) {
        throw new UnstorableTextException(parser);
      }
      return text;
    }
  }

  /** A text holds a character that cannot be stored. */
  static final class UnstorableTextException extends JsonMappingException {

    private static final long serialVersionUID = 1;

    private UnstorableTextException(JsonParser parser) {
      super(parser, StorableParameters.COMPLAINT);
    }
  }

  /** Writes an answer that has to be known word for word. */
  public static String write(Object answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not made for JSON: " + answer.getClass(), e);
    }
  }

  /** Reads such an answer back. */
  public static <T> T read(String answer, Class<T> type) {
    try {
      return MAPPER.readValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not what we write as " + type, e);
    }
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return MAPPER;
  }
}
