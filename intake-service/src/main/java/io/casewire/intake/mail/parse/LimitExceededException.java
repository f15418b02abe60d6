package io.casewire.intake.mail.parse;

/** Ends the reading of a mail that is over a limit. Never leaves this package. */
final class LimitExceededException extends Exception {

  private static final long serialVersionUID = 1L;

  private final UnparseableReason reason;

  LimitExceededException(UnparseableReason reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  UnparseableReason reason() {
    return reason;
  }
}
