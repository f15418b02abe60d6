package io.casewire.intake.mail.parse;

/** Why bytes are not a mail that Casewire works on. */
public enum UnparseableReason {
  /** Over {@link MailLimits#totalBytes()}. */
  TOO_LARGE("too-large"),
  /** Not one header field. */
  NO_HEADERS("no-headers"),
  /** One header field, or all together, over the limits. */
  HEADERS_TOO_LARGE("headers-too-large"),
  /** Multiparts in each other over {@link MailLimits#depth()}. */
  NESTED_TOO_DEEP("nested-too-deep"),
  /** Over {@link MailLimits#parts()}. */
  TOO_MANY_PARTS("too-many-parts"),
  /** The parser gave up. */
  MALFORMED("malformed");

  private final String code;

  UnparseableReason(String code) {
    this.code = code;
  }

  /** The stable name, for the quarantine and the answer to the poster. */
  public String code() {
    return code;
  }
}
