package io.casewire.kit.timer;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Sets and removes timers in the caller's transaction. */
@ApplicationScoped
public class Timers {

  private static final String SET =
      """
      insert into timer (kind, key, due_at, payload)
      select kind, key, cast(due_at as timestamptz), payload
      from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]),
                  cast($4 as text[]))
        as wanted (kind, key, due_at, payload)
      order by kind, key
      on conflict (kind, key) do update
        set due_at = excluded.due_at, payload = excluded.payload, failures = 0
      """;

  private static final String REMOVE =
      "delete from timer where kind = $1 and key = any (cast($2 as text[]))";

  private static final String LOCK =
      """
      select cast(count(*) as integer) from (
        select from timer where kind = $1 and key = any (cast($2 as text[]))
        order by key for update) locked
      """;

  private final TimerAlarm alarm;

  Timers(TimerAlarm alarm) {
    this.alarm = alarm;
  }

  /**
   * Waits for timers that are firing just now, and keeps the others from firing, until the
   * transaction ends.
   *
   * <p>A timer that fires is taken first, and what it is about is locked after it. Whoever locks
   * that same thing in order to set its timer anew has to come the same way, or the two may wait
   * for each other.
   */
  public Uni<Void> lock(UnitOfWork unitOfWork, String kind, Collection<String> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .statement(LOCK)
        .bind(kind)
        .bind(keys.toArray(String[]::new))
        .value(Integer.class)
        .replaceWithVoid();
  }

  /** Sets timers; one with the same kind and key is replaced. */
  public Uni<Void> set(UnitOfWork unitOfWork, Collection<DueTimer> timers) {
    if (timers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<DueTimer> list = List.copyOf(timers);
    Instant first = list.stream().map(DueTimer::dueAt).min(Comparator.naturalOrder()).orElseThrow();
    unitOfWork.afterCommit(() -> alarm.noLaterThan(first));
    return unitOfWork
        .statement(SET)
        .bind(texts(list, DueTimer::kind))
        .bind(texts(list, DueTimer::key))
        .bind(texts(list, timer -> timer.dueAt().toString()))
        .bind(texts(list, DueTimer::payload))
        .update()
        .replaceWithVoid();
  }

  /** Removes timers that are still there. */
  public Uni<Void> remove(UnitOfWork unitOfWork, String kind, Collection<String> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .statement(REMOVE)
        .bind(kind)
        .bind(keys.toArray(String[]::new))
        .update()
        .replaceWithVoid();
  }

  private static String[] texts(List<DueTimer> timers, Function<DueTimer, String> value) {
    return timers.stream().map(value).toArray(String[]::new);
  }
}
