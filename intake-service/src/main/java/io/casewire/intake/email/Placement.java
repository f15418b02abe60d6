package io.casewire.intake.email;

/**
 * What was done with a mail.
 *
 * @param heldBack whether it waits for a person to look at it
 */
record Placement(MailAnswer answer, boolean heldBack) {

  static Placement done(MailAnswer answer) {
    return new Placement(answer, false);
  }

  static Placement held(MailOutcome outcome, String reason) {
    return new Placement(MailAnswer.without(outcome, reason), true);
  }
}
