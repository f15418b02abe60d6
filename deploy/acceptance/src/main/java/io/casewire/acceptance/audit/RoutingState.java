package io.casewire.acceptance.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Routing's rows about its agents, about cases that are not over, and about what is to happen
 * later.
 */
record RoutingState(
    List<Agent> agents, List<String> queues, List<RoutedCase> cases, List<String> timers) {

  static final String WAKE_UP = "case-wake-up";
  static final String CLOSE = "case-close";

  record Agent(String id, boolean active, long load) {}

  /**
   * A case.
   *
   * @param wakes whether it waits until a certain time
   * @param deadlines of its running clocks, as {@code <clock>=<instant>} with blanks between
   */
  record RoutedCase(
      UUID id,
      String status,
      @Nullable String owner,
      String queue,
      int heldUnits,
      boolean wakes,
      String deadlines) {

    /** Whether somebody has to do something for it, now or later. */
    boolean isOpen() {
      return status.equals("OPEN") || status.equals("PENDING");
    }
  }

  static RoutingState read(Databases databases) {
    return new RoutingState(
        databases.rows("routing", "select id, active, load from agent", Agent.class),
        databases.column("routing", "select id from queue"),
        databases.rows(
            "routing",
            """
            select id, status, owner, queue, held_units, wake_at is not null as wakes, deadlines
            from routing_case
            where status in ('OPEN', 'PENDING', 'RESOLVED') or held_units <> 0
            """,
            RoutedCase.class),
        databases.column("routing", "select kind || ' ' || key from timer"));
  }
}
