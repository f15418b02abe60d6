package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** A report about one of our mails says this of its recipient. */
public enum BounceKind {
  /** The address takes no mail and will not: RFC 3463 class 5 about the mailbox or its domain. */
  PERMANENT("permanent"),
  /** This mail did not arrive; another one may. */
  TRANSIENT("transient"),
  /** The mail arrived, and its reader called it unwanted (RFC 5965). */
  COMPLAINT("complaint");

  private final String wireName;

  BounceKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
