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
 * A case as its page shows it to one member of staff.
 *
 * @param version names what he sees; what he does is refused if the case has changed since
 * @param entries its story
 * @param acts what he may do with it now
 * @param moves the statuses to which he may move it now
 * @param why the routing decisions
 * @param people to whom he may give it
 * @param queues the ids of the queues into which he may put it
 */
public record OpenCase(
    CaseItem item,
    String version,
    List<Entry> entries,
    Set<Act> acts,
    List<CaseStatus> moves,
    List<Explanation> why,
    List<AgentAtWork> people,
    List<String> queues) {

  /** Whether he may do this now, by the name of the act. */
  public boolean may(String act) {
    return acts.contains(Act.valueOf(act));
  }

  /** The customer's address as a parameter of another page; empty if there is none. */
  public String addressToFind() {
    String address = item.customer().email();
    return address == null ? "" : URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  /** Whether it is his. */
  public boolean isOwnedBy(String agentId) {
    return agentId.equals(item.owner());
  }
}
