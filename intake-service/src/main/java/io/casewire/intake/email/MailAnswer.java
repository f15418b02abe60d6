package io.casewire.intake.email;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.intake.conversation.PlacedMessage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail.
 *
 * @param reason the rule that decided, by its stable name
 * @param caseId the case that has it, or that a report is about
 * @param messageId its message, when it became one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailAnswer(
    MailOutcome outcome,
    @Nullable String reason,
    @Nullable UUID caseId,
    @Nullable String caseNumber,
    @Nullable UUID messageId) {

  static MailAnswer without(MailOutcome outcome, String reason) {
    return new MailAnswer(outcome, reason, null, null, null);
  }

  static MailAnswer of(MailOutcome outcome, String reason, PlacedMessage placed) {
    return new MailAnswer(
        outcome, reason, placed.caseId(), placed.caseNumber(), placed.messageId());
  }
}
