package io.casewire.intake.conversation;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that is to be opened with its first message.
 *
 * @param confidence of the category, 0 to 1
 * @param continuesCaseId the closed case that the customer takes up
 * @param possiblyRelatedCaseId a case he named without proof that it is his
 */
public record NewCase(
    UUID caseId,
    IncomingMessage firstMessage,
    Category category,
    double confidence,
    Priority priority,
    Assurance assurance,
    @Nullable String transactionRef,
    @Nullable UUID continuesCaseId,
    @Nullable UUID possiblyRelatedCaseId) {

  /** The same, taking up a case that has ended. */
  NewCase continuing(UUID endedCaseId) {
    return new NewCase(
        caseId,
        firstMessage,
        category,
        confidence,
        priority,
        assurance,
        transactionRef,
        endedCaseId,
        possiblyRelatedCaseId);
  }

  /** Its message, for a case that is there already, with what the new case would have told. */
  IncomingMessage messageForOther() {
    return firstMessage.about(transactionRef, possiblyRelatedCaseId);
  }

  /** The same, with a hint for agents at another case. */
  NewCase possiblyRelatedTo(UUID otherCaseId) {
    return new NewCase(
        caseId,
        firstMessage,
        category,
        confidence,
        priority,
        assurance,
        transactionRef,
        null,
        otherCaseId);
  }
}
