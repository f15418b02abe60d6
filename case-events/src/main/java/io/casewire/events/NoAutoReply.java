package io.casewire.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why no automatic mail may answer a message that a person may well have written. */
public enum NoAutoReply {
  /** Its header asks for no automatic answer. */
  SENDER_FORBIDS("sender-forbids"),
  /** It looks like the mails before it: perhaps two machines answer each other. */
  LOOKS_AUTOMATIC("looks-automatic");

  private final String wireName;

  NoAutoReply(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire and in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
