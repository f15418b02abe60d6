package io.casewire.routing.workspace;

import io.casewire.events.CaseStatus;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.life.Act;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A case as its page shows it to one member of staff, the viewer.
 *
 * @param version a form that names it is refused if the case has changed since
 * @param entries the case's timeline
 * @param acts the acts that are open to the viewer now
 * @param moves the statuses to which the viewer may move the case now
 * @param why the routing decisions
 * @param people to whom the viewer may give the case
 * @param queues the ids of the queues into which the viewer may put the case
 */
public record CasePageModel(
    CaseItem item,
    String version,
    List<Timeline.Entry> entries,
    Set<Act> acts,
    List<CaseStatus> moves,
    List<RoutingExplanation> why,
    List<AgentAtWork> people,
    List<String> queues) {

  /** Whether an act, by its name, is open to the viewer now. */
  public boolean may(String act) {
    return acts.contains(Act.valueOf(act));
  }

  /** The customer's address as a parameter of another page; empty if there is none. */
  public String addressToFind() {
    String address = item.customer().email();
    return address == null ? "" : URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  /** Whether this agent owns the case. */
  public boolean isOwnedBy(String agentId) {
    return agentId.equals(item.owner());
  }
}
