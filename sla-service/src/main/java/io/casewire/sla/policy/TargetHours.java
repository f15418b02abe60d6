package io.casewire.sla.policy;

/** Which time counts towards a target. */
public enum TargetHours {
  /** The open hours of the policy's calendar. */
  BUSINESS("business"),
  /** Every hour. */
  CALENDAR("calendar");

  private final String wireName;

  TargetHours(String wireName) {
    this.wireName = wireName;
  }

  /** The name in every interface. */
  public String wireName() {
    return wireName;
  }
}
