package io.casewire.routing.directory;

/** Whether an agent takes work now. He sets it himself; it does not expire. */
public enum Presence {
  ONLINE("online"),
  AWAY("away"),
  OFFLINE("offline");

  private final String wireName;

  Presence(String wireName) {
    this.wireName = wireName;
  }

  /** The name in every interface. */
  public String wireName() {
    return wireName;
  }
}
