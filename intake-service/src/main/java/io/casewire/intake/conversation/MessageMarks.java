package io.casewire.intake.conversation;

import io.casewire.events.NoAutoReply;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a message, beside what it says.
 *
 * @param transactionRef the payment that the customer named with it
 * @param possiblyRelatedCaseId another case that it names
 * @param messageIdReused whether another mail had come under its Message-ID
 * @param noAutoReply why no automatic mail may answer it; null if one may
 */
public record MessageMarks(
    @Nullable String transactionRef,
    @Nullable UUID possiblyRelatedCaseId,
    boolean messageIdReused,
    @Nullable NoAutoReply noAutoReply) {

  /** Nothing. */
  public static final MessageMarks NONE = new MessageMarks(null, null, false, null);

  /** As the optional field of an event. */
  @Nullable Boolean messageIdReusedOnTheWire() {
    return messageIdReused ? Boolean.TRUE : null;
  }
}
