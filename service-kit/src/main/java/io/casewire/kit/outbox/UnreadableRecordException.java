package io.casewire.kit.outbox;

/** A row of the outbox that can't be made a record. */
class UnreadableRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableRecordException(long id, Throwable cause) {
    super("outbox row " + id + " can't be read", cause);
  }
}
