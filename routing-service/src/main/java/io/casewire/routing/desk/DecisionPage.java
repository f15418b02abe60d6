package io.casewire.routing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.kit.paging.Page;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.casework.DecisionRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of routing decisions, oldest first.
 *
 * @param waiting while the case waits: what would be decided now, and so why it waits
 */
public record DecisionPage(
    List<DecisionRecord> items,
    @Nullable String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DecisionRecord waiting) {

  static DecisionPage of(Page<DecisionRecord> page) {
    return new DecisionPage(page.items(), page.nextCursor(), null);
  }

  DecisionPage waiting(RoutingDecision explanation) {
    return new DecisionPage(items, nextCursor, DecisionRecord.of(explanation));
  }
}
