package io.casewire.sla.pages;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.paging.Conditions;
import io.casewire.kit.paging.PageRequest;
import io.casewire.sla.policy.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the clocks of a page of the board: the first ones of each metric in each of the caller's
 * queues, and of those that he owns; of these the page shows the first. Each is the beginning of a
 * stretch of an index, so the cost does not depend on how many clocks are open.
 */
record BoardLanes(Caller caller, BoardFilter filter, PageRequest page) {

  private static final String OF_ALL = "clock.clock_id = any (array(%s))";

  private static final String OF_ONE_QUEUE =
      """
      clock.clock_id = any (array(
        select first.clock_id from unnest(array[cast(? as text)]) as his (queue)
        cross join lateral (%s) first))
      """;

  private static final String OF_HIS_CASES =
      """
      clock.clock_id = any (array(
        select first.clock_id from unnest(caller.queues) as his (queue)
        cross join lateral (%s) first
        where %s
        union
        (%s)))
      """;

  /**
   * Not by a constant: the database might think that other indexes will do for so large a queue.
   */
  private static final String IN_HIS_QUEUE = "and clock.queue = his.queue ";

  private static final String OWNED = "and clock.owner = caller.agent_id ";
  private static final String OWNED_IN_QUEUE = OWNED + "and clock.queue = ? ";

  void limit(Conditions conditions) {
    List<Object> values = new ArrayList<>();
    conditions.add(text(values), values.toArray());
  }

  private String text(List<Object> values) {
    boolean all = caller.isAtLeast(Role.SUPERVISOR);
    if (all && filter.queue() == null) {
      return OF_ALL.formatted(lanes("", values));
    }
    if (all) {
      values.add(filter.queue());
      return OF_ONE_QUEUE.formatted(lanes(IN_HIS_QUEUE, values));
    }
    String inQueues = lanes(IN_HIS_QUEUE, values);
    if (filter.queue() == null) {
      return OF_HIS_CASES.formatted(inQueues, "true", lanes(OWNED, values));
    }
    values.add(filter.queue());
    return OF_HIS_CASES.formatted(inQueues, "his.queue = ?", lanes(OWNED_IN_QUEUE, values));
  }

  private String lanes(String whose, List<Object> values) {
    Stream<Metric> metrics =
        filter.metric() == null ? Stream.of(Metric.values()) : Stream.of(filter.metric());
    return metrics
        .map(metric -> lane(metric, whose, values))
        .collect(Collectors.joining(" union all "));
  }

  /** The condition on both phases is the one of the indexes. */
  private String lane(Metric metric, String whose, List<Object> values) {
    var sql = new StringBuilder("(select clock.clock_id from clock where clock.live ");
    sql.append("and clock.phase in ('RUNNING', 'PAUSED') ");
    sql.append("and clock.phase = '").append(filter.phase().name()).append("' ");
    sql.append("and clock.metric = '").append(metric.name()).append("' ").append(whose);
    if (whose.equals(OWNED_IN_QUEUE)) {
      values.add(filter.queue());
    }
    page.after()
        .ifPresent(
            cursor -> {
              sql.append("and (clock.due_at, clock.clock_id) ");
              sql.append("> (cast(cast(? as text) as timestamptz), cast(? as uuid)) ");
              values.add(cursor.instant(0).toString());
              values.add(cursor.uuid(1));
            });
    sql.append("order by clock.due_at, clock.clock_id limit ?)");
    values.add(page.rowsToRead());
    return sql.toString();
  }
}
