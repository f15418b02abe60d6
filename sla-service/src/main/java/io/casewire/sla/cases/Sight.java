package io.casewire.sla.cases;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;

/**
 * Who sees which cases: supervisors all, the others those that they own and those of their queues.
 * Whom the directory does not know, or who has left, sees nothing, whatever his token says.
 */
public final class Sight {

  /** Joins the caller, whose id is the first parameter, to {@code sla_case}. */
  public static final String JOIN = "join agent caller on caller.agent_id = ?1 and caller.active";

  private static final String IN_HIS_HANDS =
      "(sla_case.owner = caller.agent_id or sla_case.queue = any (caller.queues))";

  private Sight() {}

  /** Leaves the cases that the caller sees. */
  public static void limit(Conditions conditions, Caller caller) {
    if (!caller.isAtLeast(Role.SUPERVISOR)) {
      conditions.add(IN_HIS_HANDS);
    }
  }
}
