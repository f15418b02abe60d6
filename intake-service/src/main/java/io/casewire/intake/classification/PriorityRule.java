package io.casewire.intake.classification;

import io.casewire.events.Category;
import io.casewire.events.Priority;

/**
 * The first priority of a case, by its category alone.
 *
 * <p>A thief at work or money out of reach cannot wait; praise and wishes can. {@link
 * Priority#URGENT} is never given here: only a person or a breached promise makes a case urgent, or
 * every customer who writes "urgent" would be.
 */
public final class PriorityRule {

  private PriorityRule() {}

  /** The priority of a case that has just been opened. */
  public static Priority atOpening(Category category) {
    return switch (category) {
      case PHISHING, ACCOUNT_FROZEN -> Priority.HIGH;
      case FEEDBACK -> Priority.LOW;
      case LOGIN,
          PASSWORD_RESET,
          PAYMENT_FAILED,
          REFUND,
          TRANSACTION_HISTORY,
          WITHDRAWAL,
          DISPUTE,
          CHANGE_CONTACT,
          VERIFICATION,
          ACCOUNT_CLOSURE,
          COMPLAINT,
          FEES,
          MERCHANT_INTEGRATION,
          OTHER ->
          Priority.NORMAL;
    };
  }
}
