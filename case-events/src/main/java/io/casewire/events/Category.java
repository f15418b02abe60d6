package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a case is about. {@link #OTHER} is also the honest answer of a classifier that is not sure.
 */
public enum Category {
  LOGIN("login"),
  PASSWORD_RESET("password-reset"),
  ACCOUNT_FROZEN("account-frozen"),
  PAYMENT_FAILED("payment-failed"),
  REFUND("refund"),
  TRANSACTION_HISTORY("transaction-history"),
  WITHDRAWAL("withdrawal"),
  DISPUTE("dispute"),
  CHANGE_CONTACT("change-contact"),
  VERIFICATION("verification"),
  ACCOUNT_CLOSURE("account-closure"),
  PHISHING("phishing"),
  COMPLAINT("complaint"),
  FEES("fees"),
  MERCHANT_INTEGRATION("merchant-integration"),
  FEEDBACK("feedback"),
  OTHER("other");

  private final String wireName;

  Category(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
