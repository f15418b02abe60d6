package io.casewire.kit.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracesTest {

  @Test
  void work_in_a_trace_knows_its_position() {
    SpanContext position =
        SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.getDefault());

    try (var _ = Span.wrap(position).makeCurrent()) {
      assertEquals("0af7651916cd43dd8448eb211c80319c", Traces.traceId());
      assertEquals(
          Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
          Traces.traceparent());
    }
  }

  @Test
  void work_outside_of_a_trace_gets_a_name_of_its_own() {
    assertEquals(Optional.empty(), Traces.traceparent());
    assertTrue(Traces.traceId().matches("[0-9a-f]{32}"));
    assertNotEquals(Traces.traceId(), Traces.traceId());
  }
}
