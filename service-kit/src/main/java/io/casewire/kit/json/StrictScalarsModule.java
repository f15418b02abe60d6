package io.casewire.kit.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Readers of text, times and durations that take text only. */
final class StrictScalarsModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  StrictScalarsModule() {
    super("casewire-strict-scalars");
    addDeserializer(String.class, new TextDeserializer());
    addDeserializer(Instant.class, new ParsedText<>(Instant.class, Times::instant));
    addDeserializer(
        OffsetDateTime.class, new ParsedText<>(OffsetDateTime.class, Times::offsetDateTime));
    addDeserializer(LocalDate.class, new ParsedText<>(LocalDate.class, LocalDate::parse));
    addDeserializer(Duration.class, new ParsedText<>(Duration.class, Duration::parse));
  }
}
