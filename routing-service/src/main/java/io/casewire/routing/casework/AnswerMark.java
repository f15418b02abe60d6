package io.casewire.routing.casework;

import io.casewire.events.UndeliveredOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer's way to the customer; all null while nothing speaks against its
 * arrival.
 *
 * @param reason the code of the notification that carried it
 * @param at when that was heard of
 */
record AnswerMark(
    @Nullable UndeliveredOutcome outcome, @Nullable String reason, @Nullable Instant at) {

  static final AnswerMark NONE = new AnswerMark(null, null, null);
}
