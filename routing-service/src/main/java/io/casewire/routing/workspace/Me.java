package io.casewire.routing.workspace;

import io.casewire.routing.desk.Viewer;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Presence;
import java.util.Arrays;
import java.util.List;

/**
 * The member of staff who looks.
 *
 * @param name as customers see it
 * @param presence the wire name
 * @param load units of work that he holds
 * @param known false for somebody who was never defined as an agent: he sees nothing
 */
public record Me(
    String agentId, String name, String presence, int load, int capacity, boolean known) {

  /** What he can say of himself. */
  public List<String> presences() {
    return Arrays.stream(Presence.values()).map(Presence::wireName).toList();
  }

  static Me of(Viewer viewer) {
    return viewer
        .atWork()
        .map(Me::of)
        .orElseGet(
            () ->
                new Me(
                    viewer.caller().agentId(), viewer.caller().agentId(), "offline", 0, 0, false));
  }

  private static Me of(AgentAtWork atWork) {
    return new Me(
        atWork.id(),
        atWork.agent().name(),
        atWork.presence().wireName(),
        atWork.load(),
        atWork.agent().capacity(),
        true);
  }
}
