package io.casewire.notification.bounce;

import org.jspecify.annotations.Nullable;

/** Why a mail came back; the code is part of the interface. */
enum BounceReason {
  /** The address or its domain does not exist (RFC 3463 section 3.2). */
  UNKNOWN_MAILBOX("unknown-mailbox"),
  /** The mailbox is full (RFC 3463 section 3.3). */
  MAILBOX_FULL("mailbox-full"),
  /** Anything else, or nothing that the report tells. */
  RETURNED("returned");

  private final String code;

  BounceReason(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /**
   * @param status an enhanced status code (RFC 3463)
   */
  static BounceReason of(@Nullable String status) {
    if (status == null) {
      return RETURNED;
    }
    if (status.matches("[45]\\.1\\.\\d+")) {
      return UNKNOWN_MAILBOX;
    }
    return status.matches("[45]\\.2\\.2") ? MAILBOX_FULL : RETURNED;
  }
}
