package io.casewire.events;

import io.casewire.events.wire.WireName;

/**
 * What a case is about. {@link #OTHER} is also the honest answer of a classifier that is not sure.
 */
public enum Category implements WireName {
  LOGIN,
  PASSWORD_RESET,
  ACCOUNT_FROZEN,
  PAYMENT_FAILED,
  REFUND,
  TRANSACTION_HISTORY,
  WITHDRAWAL,
  DISPUTE,
  CHANGE_CONTACT,
  VERIFICATION,
  ACCOUNT_CLOSURE,
  PHISHING,
  COMPLAINT,
  FEES,
  MERCHANT_INTEGRATION,
  FEEDBACK,
  OTHER
}
