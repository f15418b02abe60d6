package io.casewire.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Contract.Sample;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.OutgoingEvent;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationTest {

  private static final UUID ID = UUID.fromString("019cac1c-e222-7b65-a0a1-5a8a9a4d2f10");
  private static final UUID CUSTOMER = UUID.fromString("019cac1c-e21f-7000-8000-000000000003");
  private static final Instant AT = Instant.parse("2026-03-02T01:15:00.482Z");
  private static final Cause CAUSE = new Cause("request-1", "timer-2", "00-trace-span-01");

  static Stream<Sample> samples() {
    return Contract.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_arrives_as_it_was_published(Sample sample) {
    // Given
    OutgoingEvent outgoing = Publication.of(sample.event(), CUSTOMER, ID, 3, AT, CAUSE);

    // When
    EventEnvelope envelope = CloudEventHeaders.read(CloudEventHeaders.of(outgoing.envelope())::get);
    EventType type = EventType.byWireName(envelope.type()).orElseThrow();

    // Then
    assertEquals(sample.event(), EventCodec.decode(type, outgoing.body()));
    assertEquals(
        new EventEnvelope(
            ID,
            sample.type().wireName(),
            sample.type().source(),
            sample.event().subject(),
            AT,
            3,
            "request-1",
            "timer-2",
            CUSTOMER,
            "00-trace-span-01"),
        envelope);
    assertEquals(sample.type().topic(), outgoing.topic());
  }
}
