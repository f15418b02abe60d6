package io.casewire.routing.workspace;

import io.casewire.routing.casework.WorkLists;
import io.casewire.routing.casework.WorkLists.ListedCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's lists, of which one is shown.
 *
 * @param tab the one that is shown: {@code mine} or {@code waiting}
 * @param shown its cases
 * @param mine how many cases the agent owns, as far as they are counted
 * @param waiting how many cases wait in the agent's queues, as far as they are counted
 * @param current the id of the case that is open beside the list
 */
public record ListPane(
    String tab, List<ListedCase> shown, int mine, int waiting, @Nullable String current) {

  static final String MINE = "mine";
  static final String WAITING = "waiting";

  /** Whether a case is the one that is open. */
  public boolean isCurrent(ListedCase theCase) {
    return theCase.caseId().toString().equals(current);
  }

  /** How many there are, for people. */
  public String inWords(int count) {
    return count < WorkLists.LONGEST ? String.valueOf(count) : WorkLists.LONGEST + "+";
  }
}
