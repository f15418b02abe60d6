package io.casewire.kit.inbox;

import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Events of an imaginary service, for tests. */
public final class Events {

  public static final String SOURCE = "/casewire/elsewhere";
  public static final String KNOWN_TYPE = "io.casewire.test.counted.v1";
  public static final String UNKNOWN_TYPE = "io.casewire.test.unheard-of.v1";

  private static final AtomicLong OFFSETS = new AtomicLong();

  private Events() {}

  public static StreamRecord record(String subject, long sequence, String body) {
    return record(SOURCE, KNOWN_TYPE, subject, sequence, body);
  }

  public static StreamRecord record(
      String source, String type, String subject, long sequence, String body) {
    return record(envelope(source, type, subject, sequence, idOf(subject, sequence)), body);
  }

  /** An event under a number that another one has already. */
  static StreamRecord imposter(String subject, long sequence, String body) {
    return record(
        envelope(SOURCE, KNOWN_TYPE, subject, sequence, idOf("imposter", sequence)), body);
  }

  static EventEnvelope envelope(String subject, long sequence, UUID id) {
    return envelope(SOURCE, KNOWN_TYPE, subject, sequence, id);
  }

  private static UUID idOf(String subject, long sequence) {
    return new UUID(subject.hashCode(), sequence);
  }

  private static EventEnvelope envelope(
      String source, String type, String subject, long sequence, UUID id) {
    return new EventEnvelope(
        id,
        type,
        source,
        subject,
        Instant.parse("2026-03-01T08:00:00Z"),
        sequence,
        "request-1",
        "request-1",
        null,
        null);
  }

  private static StreamRecord record(EventEnvelope envelope, String body) {
    return new StreamRecord(
        "case-events",
        0,
        OFFSETS.incrementAndGet(),
        envelope.subject(),
        CloudEventHeaders.of(envelope),
        body.getBytes(StandardCharsets.UTF_8));
  }

  static ReceivedEvent event(String source, String subject, long sequence) {
    return ReceivedEvent.of(record(source, KNOWN_TYPE, subject, sequence, "{}"));
  }
}
