package io.casewire.events.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The envelope as Kafka record headers: CloudEvents 1.0 Kafka protocol binding, binary content mode
 * (attributes prefixed {@code ce_}), and {@code traceparent} as in W3C Trace Context.
 */
public final class CloudEventHeaders {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String SUBJECT = "ce_subject";
  public static final String TIME = "ce_time";
  public static final String SEQUENCE = "ce_sequence";
  public static final String CORRELATION_ID = "ce_correlationid";
  public static final String CAUSATION_ID = "ce_causationid";
  public static final String CUSTOMER_ID = "ce_customerid";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACEPARENT = "traceparent";

  private static final String SPEC_VERSION_1_0 = "1.0";
  private static final String JSON = "application/json";

  private CloudEventHeaders() {}

  /** The headers of a record that carries this envelope, in a stable order. */
  public static Map<String, String> of(EventEnvelope envelope) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(SPEC_VERSION, SPEC_VERSION_1_0);
    headers.put(ID, envelope.id().toString());
    headers.put(TYPE, envelope.type());
    headers.put(SOURCE, envelope.source());
    headers.put(SUBJECT, envelope.subject());
    headers.put(TIME, envelope.time().toString());
    headers.put(SEQUENCE, Long.toString(envelope.sequence()));
    headers.put(CORRELATION_ID, envelope.correlationId());
    headers.put(CAUSATION_ID, envelope.causationId());
    if (envelope.customerId() != null) {
      headers.put(CUSTOMER_ID, envelope.customerId().toString());
    }
    headers.put(CONTENT_TYPE, JSON);
    if (envelope.traceparent() != null) {
      headers.put(TRACEPARENT, envelope.traceparent());
    }
    return headers;
  }

  /**
   * Reads the envelope back.
   *
   * @param header gives a header's value by name, or null where the record has none
   * @throws MalformedEnvelopeException if a required header is missing or can't be read; its
   *     message names the header and never its value
   */
  public static EventEnvelope read(Function<String, @Nullable String> header) {
    parsed(header, SPEC_VERSION, CloudEventHeaders::supported);
    return new EventEnvelope(
        parsed(header, ID, UUID::fromString),
        required(header, TYPE),
        required(header, SOURCE),
        required(header, SUBJECT),
        parsed(header, TIME, Instant::parse),
        parsed(header, SEQUENCE, CloudEventHeaders::positive),
        required(header, CORRELATION_ID),
        required(header, CAUSATION_ID),
        header.apply(CUSTOMER_ID) == null ? null : parsed(header, CUSTOMER_ID, UUID::fromString),
        header.apply(TRACEPARENT));
  }

  private static <T> T parsed(
      Function<String, @Nullable String> header, String name, Function<String, T> parser) {
    String value = required(header, name);
    try {
      return parser.apply(value);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MalformedEnvelopeException("header " + name + " is malformed");
    }
  }

  private static String supported(String specVersion) {
    if (!specVersion.equals(SPEC_VERSION_1_0)) {
      throw new IllegalArgumentException("another version of CloudEvents");
    }
    return specVersion;
  }

  private static long positive(String number) {
    long value = Long.parseLong(number);
    if (value < 1) {
      throw new IllegalArgumentException("not positive");
    }
    return value;
  }

  private static String required(Function<String, @Nullable String> header, String name) {
    String value = header.apply(name);
    if (value == null || value.isBlank()) {
      throw new MalformedEnvelopeException("header " + name + " is missing");
    }
    return value;
  }
}
