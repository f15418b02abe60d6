package io.casewire.notification.notice;

/** Why a notice is not sent; the code is part of the interface. */
public enum SuppressionReason {
  /** A machine sent the message; answering it could go on for ever (RFC 3834 section 2). */
  AUTOMATIC_MAIL("automatic-mail"),
  /** The message's sender wants no automatic answer. */
  UNWANTED("unwanted"),
  /** The customer gave no address. */
  NO_ADDRESS("no-address"),
  /** What the customer gave is no mail address. */
  INVALID_ADDRESS("invalid-address"),
  /** The address is the desk's own: a mail to it would come back as a new case. */
  OWN_ADDRESS("own-address"),
  /** A machine or a mail administrator reads the address. */
  ROLE_ADDRESS("role-address"),
  /** The address has had its share of acknowledgements; more would be a mail bomb. */
  RATE_CAP("rate-cap"),
  /** A mail to the address came back for good a while ago. */
  BOUNCED_ADDRESS("bounced-address"),
  /** The reader has called our mail unwanted, and a machine wrote this one. */
  COMPLAINT("complaint"),
  /** What the warning warns of has been overtaken by what was done on the case. */
  OBSOLETE("obsolete"),
  /** The agent has left. */
  INACTIVE_AGENT("inactive-agent");

  private final String code;

  SuppressionReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
