package io.casewire.kit.inbox;

import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.EventEnvelope;
import io.casewire.events.envelope.MalformedEnvelopeException;

/** An event with a readable envelope. */
public record ReceivedEvent(EventEnvelope envelope, StreamRecord record) {

  /**
   * Reads the envelope of a record.
   *
   * @throws MalformedEnvelopeException if it has none, or one that is not about the record's key
   */
  public static ReceivedEvent of(StreamRecord record) {
    EventEnvelope envelope = CloudEventHeaders.read(record.headers()::get);
    if (!envelope.subject().equals(record.key())) {
      throw new MalformedEnvelopeException("header ce_subject is not the record's key");
    }
    return new ReceivedEvent(envelope, record);
  }

  /** The body; empty where the record has none. */
  public byte[] body() {
    return record.body() == null ? new byte[0] : record.body();
  }

  String type() {
    return envelope.type();
  }

  Stream stream() {
    return new Stream(envelope.source(), envelope.subject());
  }
}
