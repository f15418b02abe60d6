package io.casewire.kit.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Reads the trace of the work under way. */
public final class Traces {

  private static final HexFormat HEX = HexFormat.of();

  private Traces() {}

  /** The current position in its trace, as a W3C {@code traceparent}; empty when not traced. */
  public static Optional<String> traceparent() {
    SpanContext span = Span.current().getSpanContext();
    if (!span.isValid()) {
      return Optional.empty();
    }
    return Optional.of(
        "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()));
  }

  /**
   * A name under which the current request can be found: the id of its trace, or, when tracing is
   * off, 32 random hexadecimal digits that stand in the log instead.
   */
  public static String traceId() {
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      return span.getTraceId();
    }
    // Not a secret, so it needs no secure randomness.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
  }
}
