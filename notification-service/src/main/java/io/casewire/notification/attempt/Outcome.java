package io.casewire.notification.attempt;

import io.casewire.notification.notice.SuppressionReason;

/** What came of an attempt to deliver. Reasons are codes: a server's words may quote addresses. */
public sealed interface Outcome {

  /** The mail server has taken the mail: it is responsible from now on. */
  record Accepted() implements Outcome {}

  /** The mail server may take this mail later. */
  record Deferred(String reason) implements Outcome {}

  /** The mail server will never take this mail. */
  record Refused(String reason) implements Outcome {}

  /** Nothing could be heard from the mail server, which says nothing about this mail. */
  record Unreachable() implements Outcome {}

  /** The directory does not know the agent yet. */
  record RecipientUnknown() implements Outcome {}

  /** There is a reason not to send it that was not known when it was queued. */
  record Suppressed(SuppressionReason reason) implements Outcome {}

  /** It was claimed and there was no time to try. */
  record NotTried() implements Outcome {}
}
