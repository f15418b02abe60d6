package io.casewire.notification.attempt;

import io.casewire.notification.notice.SuppressionReason;

/** What came of an attempt to deliver. Reasons are codes: a server's words may quote addresses. */
public sealed interface Outcome {

  /** The mail server has taken the mail: it is responsible from now on. */
  record Accepted() implements Outcome {}

  /** The mail server may take this mail later. */
  record Deferred(String reason) implements Outcome {}

  /**
   * The mail server will not take this mail: because of its recipient or its content, or because we
   * can't write it.
   */
  record Refused(String reason) implements Outcome {}

  /** Nothing could be heard from the mail server, which says nothing about this mail. */
  record Unreachable() implements Outcome {}

  /** The mail server does not let us in: a matter between the two of us and of no mail. */
  record RelayRefused(String reason) implements Outcome {}

  /**
   * The mail server refuses our sender address, or mail from us for now; no matter of this mail.
   */
  record SenderRefused(String reason) implements Outcome {}

  /** The directory does not know the agent yet. */
  record RecipientUnknown() implements Outcome {}

  /** There is a reason not to send it that was not known when it was queued. */
  record Suppressed(SuppressionReason reason) implements Outcome {}

  /**
   * It failed for a reason of its own that is none of the above, and would again.
   *
   * @param reason the kind of the failure, for operators
   */
  record Broken(String reason) implements Outcome {}

  /** It was claimed and there was no time to try. */
  record NotTried() implements Outcome {}
}
