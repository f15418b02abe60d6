package io.casewire.notification.notice;

import io.casewire.events.RecipientKind;
import java.util.Arrays;

/** What a notice says; the key names its texts and is part of the interface. */
public enum Template {
  CASE_ACKNOWLEDGED("case-acknowledged", RecipientKind.CUSTOMER, Origin.REPLIED_TO_A_MESSAGE),
  AGENT_REPLY("agent-reply", RecipientKind.CUSTOMER, Origin.WRITTEN_BY_A_PERSON),
  CASE_RESOLVED("case-resolved", RecipientKind.CUSTOMER, Origin.GENERATED),
  CASE_ASSIGNED("case-assigned", RecipientKind.AGENT, Origin.GENERATED),
  SLA_WARNING("sla-warning", RecipientKind.AGENT, Origin.GENERATED),
  CASE_ESCALATED("case-escalated", RecipientKind.AGENT, Origin.GENERATED),
  ANSWER_UNDELIVERED("answer-undelivered", RecipientKind.AGENT, Origin.GENERATED);

  private final String key;
  private final RecipientKind recipientKind;
  private final Origin origin;

  Template(String key, RecipientKind recipientKind, Origin origin) {
    this.key = key;
    this.recipientKind = recipientKind;
    this.origin = origin;
  }

  public String key() {
    return key;
  }

  public RecipientKind recipientKind() {
    return recipientKind;
  }

  /** Who wrote it, which a mail must tell (RFC 3834 section 5). */
  public Origin origin() {
    return origin;
  }

  /**
   * The template of this key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Template ofKey(String key) {
    return Arrays.stream(values())
        .filter(template -> template.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no template has this key"));
  }

  /** How a notice came about. */
  public enum Origin {
    /** A person wrote it. */
    WRITTEN_BY_A_PERSON,
    /** A machine wrote it because somebody sent a message. */
    REPLIED_TO_A_MESSAGE,
    /** A machine wrote it because something happened. */
    GENERATED;

    /** Whether no person wrote it. */
    public boolean isAutomatic() {
      return this != WRITTEN_BY_A_PERSON;
    }
  }
}
