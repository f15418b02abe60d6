package io.casewire.kit.outbox;

/** The broker did not acknowledge everything; what it did not is sent again. */
class SendFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SendFailedException() {
    super("the broker did not acknowledge everything", null, false, false);
  }
}
