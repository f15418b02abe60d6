package io.casewire.intake.email;

/** A mail is from a member of staff: it is held back, and nothing of it has had an effect. */
final class StaffMailException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaffMailException() {
    super("a member of staff wrote it", null, false, false);
  }
}
