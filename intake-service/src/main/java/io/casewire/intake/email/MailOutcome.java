package io.casewire.intake.email;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a mail, by the names of the interface. */
public enum MailOutcome {
  /** It opened a case. */
  OPENED("opened"),
  /** It is a message of a case that was there. */
  APPENDED("appended"),
  /** It was here before. */
  DUPLICATE("duplicate"),
  /** A machine wrote it; it is on its case, or in quarantine when it has none. */
  AUTO_REPLY("auto-reply"),
  /** It reports about a mail of ours. */
  BOUNCE("bounce"),
  /** It waits for a person to look at it. */
  QUARANTINED("quarantined");

  private final String code;

  MailOutcome(String code) {
    this.code = code;
  }

  /** The name in every interface. */
  @JsonValue
  public String code() {
    return code;
  }
}
