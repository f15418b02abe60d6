package io.casewire.sla.pages;

import io.casewire.kit.paging.Page;
import io.casewire.sla.clock.ClockStanding;
import io.casewire.sla.clock.Rulebook;
import io.casewire.sla.policy.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The board as it is shown.
 *
 * @param cursor of this page; empty on the first one
 * @param next the cursor of the next page; null on the last one
 */
record BoardView(
    BoardFilter filter,
    String cursor,
    List<String> queues,
    List<Line> lines,
    @Nullable String next) {

  /**
   * A clock.
   *
   * @param state {@code running}, {@code paused} or {@code breached}
   * @param remaining what is left of the working time, in words
   */
  record Line(
      UUID clockId,
      UUID caseId,
      String caseNumber,
      String metric,
      String state,
      Instant dueAt,
      String remaining,
      String priority,
      @Nullable String queue,
      @Nullable String owner,
      String policy) {

    public boolean breached() {
      return state.equals(ClockStanding.BREACHED.wireName());
    }
  }

  static BoardView of(
      BoardFilter filter,
      String cursor,
      List<String> queues,
      Page<BoardRow> page,
      Rulebook rules,
      Instant now,
      Spans spans) {
    List<Line> lines = page.items().stream().map(row -> line(row, rules, now, spans)).toList();
    return new BoardView(filter, cursor, queues, lines, page.nextCursor());
  }

  private static Line line(BoardRow row, Rulebook rules, Instant now, Spans spans) {
    return new Line(
        row.clock().clockId(),
        row.row().caseId(),
        row.caseNumber(),
        row.clock().metric().wireName(),
        row.clock().standing().wireName(),
        row.clock().dueAt(),
        spans.say(row.clock().remainingAt(now, rules)),
        row.priority().toLowerCase(Locale.ROOT),
        row.queue(),
        row.owner(),
        row.clock().terms().policy());
  }

  /** What can be measured, for the choice. */
  public List<String> metrics() {
    return Stream.of(Metric.values()).map(Metric::wireName).toList();
  }
}
