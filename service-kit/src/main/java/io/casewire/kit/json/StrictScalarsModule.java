package io.casewire.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * Readers of text, times and durations that take text only; times as in RFC 3339, with an offset
 * and a year of four digits.
 */
final class StrictScalarsModule extends SimpleModule {

  private static final long serialVersionUID = 1L;
  private static final int LAST_YEAR = 9999;

  StrictScalarsModule() {
    super("casewire-strict-scalars");
    addDeserializer(String.class, new TextDeserializer());
    addDeserializer(Instant.class, new ParsedText<>(Instant.class, StrictScalarsModule::instant));
    addDeserializer(
        OffsetDateTime.class,
        new ParsedText<>(OffsetDateTime.class, StrictScalarsModule::offsetDateTime));
    addDeserializer(LocalDate.class, new ParsedText<>(LocalDate.class, LocalDate::parse));
    addDeserializer(Duration.class, new ParsedText<>(Duration.class, Duration::parse));
  }

  private static Instant instant(String text) {
    return offsetDateTime(text).toInstant();
  }

  private static OffsetDateTime offsetDateTime(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text);
    if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
      throw new DateTimeException("year out of range");
    }
    return time;
  }

  /** Reads a value from text in its ISO form; numbers and arrays are not taken for it. */
  private static final class ParsedText<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    ParsedText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return context.reportInputMismatch(this, "not text");
      }
      try {
        return parse.apply(parser.getText());
      } catch (DateTimeException e) {
        throw context.weirdStringException(parser.getText(), handledType(), "not in ISO form");
      }
    }
  }
}
