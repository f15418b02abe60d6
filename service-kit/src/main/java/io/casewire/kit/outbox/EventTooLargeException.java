package io.casewire.kit.outbox;

/** An event that no broker would take. Its producer must put the content elsewhere. */
public class EventTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EventTooLargeException(String topic, int bytes) {
    super("an event of %d bytes for %s is over the limit".formatted(bytes, topic));
  }
}
