package io.casewire.kit.timer;

import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The loop's statements. */
final class TimerTable {

  /** Takes due timers out; those that another replica is taking are passed over. */
  private static final String CLAIM =
      """
      delete from timer using (
        select kind, key from timer where due_at <= statement_timestamp() and failures = 0
        order by due_at limit $1 for update skip locked) due
      where timer.kind = due.kind and timer.key = due.key
      returning timer.kind, timer.key, timer.due_at, timer.payload
      """;

  private static final String DUE =
      """
      select kind, key, due_at, payload from timer
      where due_at <= statement_timestamp() and failures = 0
      order by due_at limit $1
      """;

  private static final String FAILING =
      """
      select kind, key, due_at, payload from timer
      where due_at <= statement_timestamp() and failures > 0
      order by due_at limit $1
      """;

  private static final String CLAIM_ONE =
      "delete from timer where kind = $1 and key = $2 and due_at <= statement_timestamp()";

  private static final String NEXT =
      """
      select clock_timestamp(), min(due_at),
        (select min(due_at) from timer where due_at < 'infinity' and failures > 0)
      from timer where due_at < 'infinity'
      """;

  private static final String POSTPONE =
      """
      update timer set failures = failures + 1,
        due_at = case when failures + 1 >= $4 then timestamptz 'infinity'
          else clock_timestamp() + make_interval(secs => cast($3 as double precision)
            * least(power(2, failures), 3600)) end
      where kind = $1 and key = $2 and due_at <= statement_timestamp()
      returning due_at = 'infinity'
      """;

  private static final String MAKE_DUE =
      """
      update timer set failures = 1, due_at = statement_timestamp()
      where kind = $1 and key = $2 and due_at = 'infinity'
      """;

  private TimerTable() {}

  static Uni<List<DueTimer>> claim(Mutiny.Session session, int limit) {
    return timers(session, CLAIM, limit);
  }

  /** What is due and has failed before, without taking it. */
  static Uni<List<DueTimer>> failing(Mutiny.Session session, int limit) {
    return timers(session, FAILING, limit);
  }

  /** What is due and has not failed before, without taking it. */
  static Uni<List<DueTimer>> due(Mutiny.Session session, int limit) {
    return timers(session, DUE, limit);
  }

  /** Takes one due timer out, if it is still there. */
  static Uni<Boolean> claimOne(Mutiny.Session session, DueTimer timer) {
    return PlainStatement.of(session, CLAIM_ONE)
        .bind(timer.kind())
        .bind(timer.key())
        .update()
        .map(taken -> taken == 1);
  }

  private static Uni<List<DueTimer>> timers(Mutiny.Session session, String sql, int limit) {
    return PlainStatement.of(session, sql)
        .bind(limit)
        .rows()
        .map(
            rows ->
                rows.stream()
                    .map(TimerTable::timer)
                    .sorted(Comparator.comparing(DueTimer::dueAt))
                    .toList());
  }

  static Uni<Outlook> outlook(Mutiny.Session session) {
    return PlainStatement.of(session, NEXT)
        .row()
        .map(row -> new Outlook(Instants.of(row[0]), orNever(row[1]), orNever(row[2])));
  }

  private static Instant orNever(@Nullable Object instant) {
    return instant == null ? Instant.MAX : Instants.of(instant);
  }

  /**
   * Lets a timer that has failed wait, or sets it aside.
   *
   * @param attempts after so many failures it is set aside
   * @return whether it was set aside
   */
  static Uni<Boolean> postpone(
      Mutiny.Session session, DueTimer timer, Duration backOff, int attempts) {
    return PlainStatement.of(session, POSTPONE)
        .bind(timer.kind())
        .bind(timer.key())
        .bind((double) backOff.toMillis() / 1000)
        .bind(attempts)
        .column(Boolean.class)
        .map(setAside -> setAside.contains(true));
  }

  /** Ends the waiting of a timer that was set aside. */
  static Uni<Integer> makeDue(Mutiny.Session session, String kind, String key) {
    return PlainStatement.of(session, MAKE_DUE).bind(kind).bind(key).update();
  }

  private static DueTimer timer(Object[] row) {
    return new DueTimer((String) row[0], (String) row[1], Instants.of(row[2]), (String) row[3]);
  }
}
