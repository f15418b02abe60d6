package io.casewire.intake.mail.automatic;

/** What showed that a machine sent a mail. */
public enum AutomaticReason {
  /** {@code Auto-Submitted} other than {@code no} (RFC 3834). */
  AUTO_SUBMITTED("auto-submitted"),
  /** A header that autoresponders use among themselves. */
  AUTORESPONDER_HEADER("autoresponder-header"),
  /** {@code Precedence} of bulk mail or of an autoresponder. */
  PRECEDENCE("precedence"),
  /** {@code X-Loop: yes}. */
  LOOP_MARK("loop-mark"),
  /** An empty envelope sender: there is nobody to answer. */
  NULL_RETURN_PATH("null-return-path"),
  /** Written by a mail server. */
  DAEMON_SENDER("daemon-sender"),
  /** Marked so by the program that wrote it. */
  MACHINE_GENERATED("machine-generated"),
  /** A Message-ID of ours on a mail that is coming in. */
  OWN_MESSAGE_ID("own-message-id"),
  /** A disposition notification (RFC 8098). */
  READ_RECEIPT("read-receipt"),
  /** Came through a mailing list or newsletter. */
  MAILING_LIST("mailing-list");

  private final String code;

  AutomaticReason(String code) {
    this.code = code;
  }

  /** The stable name, for records and interfaces. */
  public String code() {
    return code;
  }
}
