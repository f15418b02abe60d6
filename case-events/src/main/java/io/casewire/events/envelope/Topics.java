package io.casewire.events.envelope;

/** The topics of the stream and what never changes about them. */
public final class Topics {

  /** All facts about cases, of all services; key = case id; kept for ever. */
  public static final String CASE_EVENTS = "case-events";

  /** Full, versioned snapshots of agents and queues; key = agent or queue id; compacted. */
  public static final String DIRECTORY_EVENTS = "directory-events";

  /** Never changed in place: another count would send a key's later events to another partition. */
  public static final int PARTITIONS = 12;

  private Topics() {}

  /** Where a service reports what it had to park, without personal data. */
  public static String deadLettersOf(String topic, String service) {
    return topic + ".dlq." + service;
  }
}
