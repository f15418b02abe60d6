package io.casewire.kit.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes the mapper that reads requests and writes answers.
 *
 * <p>What it reads is UTF-8 and one JSON document with nothing after it, no key twice, at most
 * {@value #MAXIMUM_DEPTH} levels deep; every value has the JSON type that is asked for, lists hold
 * no nulls. Unknown fields are ignored. Text is as {@link TextDeserializer} says.
 */
@Dependent
class StrictObjectMapper {

  static final int MAXIMUM_DEPTH = 20;

  /** An attachment of 10 MiB in base64, with room for line breaks. */
  private static final int MAXIMUM_TEXT = 15_000_000;

  private static final int MAXIMUM_NAME = 200;
  private static final int MAXIMUM_DIGITS = 40;

  @Produces
  @Singleton
  @Unremovable
  ObjectMapper objectMapper(@All List<ObjectMapperCustomizer> customizers) {
    ObjectMapper mapper = create();
    customizers.stream().sorted().forEach(customizer -> customizer.customize(mapper));
    // Last, so that it wins over the readers of dates that take numbers.
    mapper.registerModule(new StrictScalarsModule());
    return mapper;
  }

  private static ObjectMapper create() {
    JsonMapper mapper =
        JsonMapper.builder(new Utf8JsonFactory(limits()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();
    mapper
        .coercionConfigDefaults()
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    return mapper;
  }

  private static StreamReadConstraints limits() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAXIMUM_DEPTH)
        .maxStringLength(MAXIMUM_TEXT)
        .maxNameLength(MAXIMUM_NAME)
        .maxNumberLength(MAXIMUM_DIGITS)
        .build();
  }
}
