package io.casewire.routing.audit;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way in which somebody can be forgotten. The order is that of {@link ForgottenCases}' query. */
public enum ForgottenKind {
  NO_QUEUE("no-queue", "It has no owner, and its queue does not exist."),
  OWNER_GONE("owner-gone", "Its owner has left, or was never defined."),
  OWNER_NOT_IN_QUEUE(
      "owner-not-in-queue", "Its owner does not work on its queue, and no person decided that."),
  UNITS_MISPLACED(
      "units-misplaced", "It counts as work of nobody, or counts although nobody works on it."),
  NO_WAKE_UP("no-wake-up", "It waits for a time to come, and no timer will tell when it has."),
  NO_CLOSE_TIMER("no-close-timer", "It is resolved, and no timer will close it."),
  LOAD_DIFFERS("load-differs", "The agent's load is not the sum of what the agent's cases cost.");

  private final String wireName;
  private final String reason;

  ForgottenKind(String wireName, String reason) {
    this.wireName = wireName;
    this.reason = reason;
  }

  /** The name in every interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** In a sentence. */
  String reason() {
    return reason;
  }
}
