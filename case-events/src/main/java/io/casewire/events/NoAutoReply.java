package io.casewire.events;

import io.casewire.events.wire.WireName;

/** Why no automatic mail may answer a message that a person may well have written. */
public enum NoAutoReply implements WireName {
  /** Its header asks for no automatic answer. */
  SENDER_FORBIDS,
  /** It looks like the mails before it: perhaps two machines answer each other. */
  LOOKS_AUTOMATIC
}
