package io.casewire.sla.clock;

/** Why a clock has nothing left to wait for. */
public enum CancelReason {
  /** The case was resolved, so nobody waits for a reply. */
  RESOLVED("resolved"),
  CLOSED("closed"),
  MERGED("merged"),
  SPAM("spam"),
  /** The case's policy has no such target any more. */
  NO_TARGET("no-target"),
  /** The message it waited for belongs to another case. */
  MESSAGE_REFUSED("message-refused"),
  /** A message from before the one it waited for waits again, and has its clock back. */
  EARLIER_MESSAGE("earlier-message");

  private final String wireName;

  CancelReason(String wireName) {
    this.wireName = wireName;
  }

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }
}
