package io.casewire.acceptance.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.Policies;
import io.casewire.acceptance.client.Staff;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.LocalStack;
import java.util.List;
import java.util.Map;

/**
 * As long as it is open, a case that nobody answers within seconds goes to a lead: while sla is
 * away alarms come due for cases that were answered meanwhile.
 */
public final class ImpatientPolicy implements AutoCloseable {

  private static final String BOSS = "casewire-hr";
  private static final String SUPERVISOR = "supervisor";
  private static final String LEAD = "load-lead";
  private static final String LEADS_ROLE = "lead";

  private final Staff staff;
  private final JsonNode before;

  private ImpatientPolicy(Staff staff) {
    this.staff = staff;
    staff.employ(LEAD, "Load Lead", LEADS_ROLE, List.of("default"), 0);
    this.before =
        policies()
            .putFirst(
                List.of(
                    Map.of(
                        "name",
                        "load-impatient",
                        "calendar",
                        "default",
                        "targets",
                        Map.of(
                            "firstResponse", "PT20S", "nextResponse", "PT20S", "resolution", "P1D"),
                        "escalation",
                        List.of(
                            Map.of(
                                "level",
                                1,
                                "after",
                                "100%",
                                "to",
                                "lead",
                                "action",
                                "reassign")))));
  }

  /** Puts it in force. */
  public static ImpatientPolicy of(LocalStack stack) {
    return new ImpatientPolicy(new Staff(new Http(), Deployment.of(stack)));
  }

  private Policies policies() {
    return new Policies(staff.sla(BOSS, SUPERVISOR));
  }

  @Override
  public void close() {
    policies().put(before);
    staff.setPresence(LEAD, LEADS_ROLE, "offline");
  }
}
