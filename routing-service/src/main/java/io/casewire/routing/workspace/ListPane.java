package io.casewire.routing.workspace;

import io.casewire.routing.casework.ListedCase;
import io.casewire.routing.casework.WorkLists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's lists.
 *
 * @param tab the one that is shown: {@code mine} or {@code waiting}
 * @param mine what he owns
 * @param waiting what waits in his queues
 * @param current the id of the case that is open beside the list
 */
public record ListPane(
    String tab, List<ListedCase> mine, List<ListedCase> waiting, @Nullable String current) {

  static final String MINE = "mine";
  static final String WAITING = "waiting";

  /** The cases that are shown. */
  public List<ListedCase> shown() {
    return tab.equals(WAITING) ? waiting : mine;
  }

  /** Whether a case is the one that is open. */
  public boolean isCurrent(ListedCase theCase) {
    return theCase.caseId().toString().equals(current);
  }

  /** How many of the agent's own cases have something that he has not read. */
  public long unread() {
    return mine.stream().filter(ListedCase::unread).count();
  }

  /** How many there are, as far as they were read. */
  public String count(List<ListedCase> cases) {
    return cases.size() < WorkLists.LONGEST ? String.valueOf(cases.size()) : cases.size() + "+";
  }
}
