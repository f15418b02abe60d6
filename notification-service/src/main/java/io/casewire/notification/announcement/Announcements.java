package io.casewire.notification.announcement;

import io.casewire.events.Publication;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Publishes what became of notices. The numbers of a case's events come from the row of the case,
 * which stays locked until the transaction ends, so they have no gaps and their order is that of
 * the commits.
 */
@ApplicationScoped
public class Announcements {

  /** The inner query locks, in the order in which every transaction locks cases. */
  private static final String COUNT =
      """
      with wanted as materialized (
        select case_id, events
        from unnest(cast($1 as uuid[]), cast($2 as integer[])) as counted (case_id, events)),
      locked as materialized (
        select case_id from case_file where case_id in (select case_id from wanted)
        order by case_id for update)
      update case_file set sequence = case_file.sequence + wanted.events
      from wanted join locked using (case_id)
      where case_file.case_id = wanted.case_id
      returning case_file.case_id, case_file.customer_id, case_file.sequence - wanted.events,
        clock_timestamp()
      """;

  private static final String LOCK =
      """
      select cast(case_id as text) from case_file
      where case_id = any (cast($1 as uuid[])) order by case_id for update
      """;

  private final Outbox outbox;

  Announcements(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Locks cases of which something will be published, for a transaction that changes their
   * deliveries before. Every transaction locks cases first and deliveries after them, so that none
   * waits for another one that waits for it.
   */
  public Uni<Void> lock(UnitOfWork unitOfWork, Collection<UUID> caseIds) {
    return unitOfWork
        .statement(LOCK)
        .bind(caseIds.toArray(UUID[]::new))
        .column(String.class)
        .replaceWithVoid();
  }

  /** Publishes announcements; those of one case in this order. */
  public Uni<Void> publish(UnitOfWork unitOfWork, List<Announcement> announcements) {
    if (announcements.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return count(unitOfWork, announcements)
        .map(
            counts ->
                announcements.stream().map(one -> counts.get(one.caseId()).next(one)).toList())
        .chain(events -> outbox.append(unitOfWork, events));
  }

  private static Uni<Map<UUID, Count>> count(
      UnitOfWork unitOfWork, List<Announcement> announcements) {
    Map<UUID, Integer> wanted =
        announcements.stream()
            .collect(Collectors.toMap(Announcement::caseId, _ -> 1, Integer::sum));
    return unitOfWork
        .statement(COUNT)
        .bind(wanted.keySet().toArray(UUID[]::new))
        .bind(wanted.values().toArray(Integer[]::new))
        .rows()
        .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], Count::of)));
  }

  /** Numbers the events of a case. */
  private static final class Count {

    private final UUID customerId;
    private final Instant now;
    private long last;

    private Count(UUID customerId, long last, Instant now) {
      this.customerId = customerId;
      this.last = last;
      this.now = now;
    }

    static Count of(Object[] row) {
      return new Count(
          (UUID) row[1], ((Number) row[2]).longValue(), ((OffsetDateTime) row[3]).toInstant());
    }

    OutgoingEvent next(Announcement announcement) {
      last++;
      return Publication.of(
          announcement.event(now),
          customerId,
          Ids.next(),
          last,
          now,
          announcement.publicationCause());
    }
  }
}
