package io.casewire.routing.life;

/** Why a case lost its owner without getting another at once. */
public enum UnassignReason {
  RETURNED("returned"),
  DECLINED("declined"),
  OWNER_UNAVAILABLE("owner-unavailable"),
  WORK_LOST("work-lost"),
  ESCALATED("escalated");

  private final String wireName;

  UnassignReason(String wireName) {
    this.wireName = wireName;
  }

  /** The name in every interface. */
  public String wireName() {
    return wireName;
  }
}
