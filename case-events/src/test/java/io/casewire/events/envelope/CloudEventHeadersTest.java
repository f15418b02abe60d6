package io.casewire.events.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {

  private static final EventEnvelope ENVELOPE =
      new EventEnvelope(
          UUID.fromString("019cac1c-e222-7b65-a0a1-5a8a9a4d2f10"),
          "io.casewire.case.opened.v1",
          "/casewire/intake",
          "019cac1c-e220-7e2b-acfa-79496c5ea1b3",
          Instant.parse("2026-03-02T01:15:00.482Z"),
          1,
          "019cac1c-e21f-7000-8000-000000000001",
          "019cac1c-e21f-7000-8000-000000000002",
          UUID.fromString("019cac1c-e21f-7000-8000-000000000003"),
          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

  @Test
  void an_envelope_is_written_as_CloudEvents_1_0_in_binary_mode() {
    assertEquals(
        """
        ce_specversion=1.0
        ce_id=019cac1c-e222-7b65-a0a1-5a8a9a4d2f10
        ce_type=io.casewire.case.opened.v1
        ce_source=/casewire/intake
        ce_subject=019cac1c-e220-7e2b-acfa-79496c5ea1b3
        ce_time=2026-03-02T01:15:00.482Z
        ce_sequence=1
        ce_correlationid=019cac1c-e21f-7000-8000-000000000001
        ce_causationid=019cac1c-e21f-7000-8000-000000000002
        ce_customerid=019cac1c-e21f-7000-8000-000000000003
        content-type=application/json
        traceparent=00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01
        """
            .strip(),
        String.join(
            "\n",
            CloudEventHeaders.of(ENVELOPE).entrySet().stream().map(Object::toString).toList()));
  }

  @Property(seed = "20260302")
  void whatever_envelope_is_written_is_read_back(@ForAll("envelopes") EventEnvelope envelope) {
    assertEquals(envelope, CloudEventHeaders.read(CloudEventHeaders.of(envelope)::get));
  }

  @Test
  void work_that_was_not_traced_is_not_traced_on() {
    Map<String, String> headers = headersWithout(CloudEventHeaders.TRACEPARENT);

    assertNull(CloudEventHeaders.read(headers::get).traceparent());
  }

  @Test
  void an_event_about_no_customer_names_none() {
    Map<String, String> headers = headersWithout(CloudEventHeaders.CUSTOMER_ID);

    assertNull(CloudEventHeaders.read(headers::get).customerId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CloudEventHeaders.SPEC_VERSION,
        CloudEventHeaders.ID,
        CloudEventHeaders.TYPE,
        CloudEventHeaders.SOURCE,
        CloudEventHeaders.SUBJECT,
        CloudEventHeaders.TIME,
        CloudEventHeaders.SEQUENCE,
        CloudEventHeaders.CORRELATION_ID,
        CloudEventHeaders.CAUSATION_ID
      })
  void a_missing_or_blank_header_is_named(String name) {
    for (Map<String, String> headers : List.of(headersWithout(name), headersWith(name, " "))) {
      MalformedEnvelopeException e =
          assertThrows(
              MalformedEnvelopeException.class, () -> CloudEventHeaders.read(headers::get));

      assertEquals("header " + name + " is missing", e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3",
    "ce_id, zoe@example.com",
    "ce_customerid, zoe@example.com",
    "ce_time, yesterday",
    "ce_time, 2026-03-02T01:15:00",
    "ce_sequence, one",
    "ce_sequence, 1.0",
    "ce_sequence, 0",
    "ce_sequence, -1",
    "ce_sequence, 9223372036854775808"
  })
  void a_malformed_header_is_named_and_its_value_is_not(String name, String value) {
    Map<String, String> headers = headersWith(name, value);

    MalformedEnvelopeException e =
        assertThrows(MalformedEnvelopeException.class, () -> CloudEventHeaders.read(headers::get));

    assertEquals("header " + name + " is malformed", e.getMessage());
    assertNull(e.getCause(), "a cause would carry the value into logs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void an_envelope_with_a_blank_attribute_can_not_be_made(String blank) {
    assertThrows(IllegalArgumentException.class, () -> envelope(blank, 1));
  }

  @Test
  void a_sequence_starts_at_1() {
    assertThrows(IllegalArgumentException.class, () -> envelope("case", 0));
  }

  @Test
  void an_event_as_a_cause_goes_on_with_its_correlation_and_trace() {
    assertEquals(
        new Cause(ENVELOPE.correlationId(), ENVELOPE.id().toString(), ENVELOPE.traceparent()),
        Cause.of(ENVELOPE));
  }

  @Provide
  Arbitrary<EventEnvelope> envelopes() {
    Arbitrary<String> texts =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(60).filter(text -> !text.isBlank());
    Arbitrary<Instant> times =
        Combinators.combine(
                Arbitraries.longs().between(-62135596800L, 253402300799L),
                Arbitraries.longs().between(0, 999_999_999))
            .as(Instant::ofEpochSecond);
    Arbitrary<UUID> ids =
        Arbitraries.randomValue(random -> new UUID(random.nextLong(), random.nextLong()));
    return Combinators.combine(
            ids,
            texts,
            texts,
            texts,
            times,
            Arbitraries.longs().between(1, Long.MAX_VALUE),
            texts,
            Combinators.combine(ids.injectNull(0.5), texts.injectNull(0.5)).as(Extensions::new))
        .as(
            (id, type, source, subject, time, sequence, cause, extensions) ->
                new EventEnvelope(
                    id,
                    type,
                    source,
                    subject,
                    time,
                    sequence,
                    cause,
                    cause,
                    extensions.customerId(),
                    extensions.traceparent()));
  }

  private record Extensions(@Nullable UUID customerId, @Nullable String traceparent) {}

  private static EventEnvelope envelope(String subject, long sequence) {
    return new EventEnvelope(
        ENVELOPE.id(), "type", "source", subject, ENVELOPE.time(), sequence, "a", "b", null, null);
  }

  private static Map<String, String> headersWithout(String name) {
    Map<String, String> headers = new LinkedHashMap<>(CloudEventHeaders.of(ENVELOPE));
    headers.remove(name);
    return headers;
  }

  private static Map<String, String> headersWith(String name, String value) {
    Map<String, String> headers = headersWithout(name);
    headers.put(name, value);
    return headers;
  }
}
