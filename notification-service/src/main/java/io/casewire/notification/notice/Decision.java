package io.casewire.notification.notice;

/** How a notice reaches its recipient, or why it does not. */
public sealed interface Decision {

  /** It goes by mail. */
  record ByMail() implements Decision {}

  /** The chat itself has told the customer: by its own frame, which intake sends. */
  record InChat() implements Decision {}

  /** It is not sent. */
  record Suppressed(SuppressionReason reason) implements Decision {}
}
