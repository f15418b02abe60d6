package io.casewire.events;

/** Bytes that are no event of their type. The message names type and field and never a value. */
public class UnreadableEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableEventException(EventType type, String where) {
    super(type.wireName() + " can't be read: " + where);
  }
}
