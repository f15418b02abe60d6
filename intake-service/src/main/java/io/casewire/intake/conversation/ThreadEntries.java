package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the messages and status changes of all cases of a thread in one order. A message has one
 * entry, however often it moves. Entries become visible in their order, since the thread is locked
 * from the numbering to the commit.
 */
@ApplicationScoped
class ThreadEntries {

  private static final String CREATE =
      "insert into thread (id, kind, next_entry) values ($1, $2, 1) on conflict (id) do nothing";

  private static final String LOCK =
      "select 1 from thread where id = any ($1) order by id for no key update";

  /** All parts of the statement see the number as it was before; the lock keeps it so. */
  private static final String APPEND =
      """
      with fresh as (
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])
          with ordinality as added (thread_id, message_id, status, at, place)
        where not exists (select from thread_entry shown
          where shown.message_id = added.message_id and shown.thread_id = added.thread_id)),
      counted as (
        update thread set next_entry = next_entry + entries
        from (select thread_id, count(*) as entries from fresh group by thread_id) added
        where thread.id = added.thread_id)
      insert into thread_entry (thread_id, entry, message_id, status, at)
      select thread_id,
        next_entry + row_number() over (partition by thread_id order by place) - 1,
        message_id, status, at
      from fresh join thread on thread.id = fresh.thread_id
      """;

  private final ChatSignal signal;

  ThreadEntries(ChatSignal signal) {
    this.signal = signal;
  }

  /** Begins a thread, unless there is one with this id. */
  Uni<Void> begin(UnitOfWork unitOfWork, UUID threadId, String kind) {
    return unitOfWork.statement(CREATE).bind(threadId).bind(kind).update().replaceWithVoid();
  }

  /** The message is part of this case's thread, if the case has one. */
  void add(UnitOfWork unitOfWork, CaseEntity entity, UUID messageId) {
    if (entity.threadId != null) {
      added(unitOfWork, signal).add(new Entry(entity.threadId, messageId, null, null));
    }
  }

  /** The case has another status; of a case that another one continues it is not shown. */
  void add(UnitOfWork unitOfWork, CaseEntity entity, CaseStatus status, Instant at) {
    if (entity.threadId != null && entity.continuedBy == null) {
      added(unitOfWork, signal).add(new Entry(entity.threadId, null, status, at));
    }
  }

  private static Set<Entry> added(UnitOfWork unitOfWork, ChatSignal signal) {
    return unitOfWork.beforeCommit(Added.class, () -> new Added(signal, new LinkedHashSet<>()))
        .entries;
  }

  private record Entry(
      UUID threadId, @Nullable UUID messageId, @Nullable CaseStatus status, @Nullable Instant at) {}

  /** Threads are locked after all cases, in the order of their ids. */
  private record Added(ChatSignal signal, Set<Entry> entries) implements UnitOfWork.BeforeCommit {

    @Override
    public Uni<Void> run(UnitOfWork unitOfWork) {
      UUID[] threads = entries.stream().map(Entry::threadId).distinct().toArray(UUID[]::new);
      return unitOfWork
          .session()
          .flush()
          .chain(() -> unitOfWork.statement(LOCK).bind(threads).rows())
          .chain(() -> append(unitOfWork))
          .chain(() -> signal.send(unitOfWork, List.of(threads)));
    }

    private Uni<Integer> append(UnitOfWork unitOfWork) {
      return unitOfWork
          .statement(APPEND)
          .bind(column(Entry::threadId).toArray(UUID[]::new))
          .bind(column(Entry::messageId).toArray(UUID[]::new))
          .bind(column(entry -> name(entry.status())).toArray(String[]::new))
          .bind(column(entry -> atUtc(entry.at())).toArray(OffsetDateTime[]::new))
          .update();
    }

    private <V> Stream<V> column(Function<Entry, @Nullable V> value) {
      return entries.stream().map(value);
    }

    private static @Nullable String name(@Nullable CaseStatus status) {
      return status == null ? null : status.name();
    }

    private static @Nullable OffsetDateTime atUtc(@Nullable Instant at) {
      return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
  }
}
