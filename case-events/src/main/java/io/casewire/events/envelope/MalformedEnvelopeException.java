package io.casewire.events.envelope;

/** A record whose headers are no CloudEvents envelope. The message never repeats a value. */
public class MalformedEnvelopeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedEnvelopeException(String message) {
    super(message);
  }
}
