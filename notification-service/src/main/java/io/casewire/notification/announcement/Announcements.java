package io.casewire.notification.announcement;

import io.casewire.events.Publication;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.id.Ids;
import io.casewire.kit.outbox.Outbox;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
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
        from unnest(cast(?1 as uuid[]), cast(?2 as integer[])) as counted (case_id, events)),
      locked as materialized (
        select case_id from case_file where case_id in (select case_id from wanted)
        order by case_id for update)
      update case_file set sequence = case_file.sequence + wanted.events
      from wanted join locked using (case_id)
      where case_file.case_id = wanted.case_id
      returning case_file.case_id, case_file.sequence - wanted.events
      """;

  private final Outbox outbox;

  Announcements(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Publishes announcements; those of one case in this order. */
  public Uni<Void> publish(UnitOfWork unitOfWork, List<Announcement> announcements) {
    if (announcements.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .now()
        .chain(
            now ->
                count(unitOfWork, announcements)
                    .map(last -> events(announcements, last, now))
                    .chain(events -> outbox.append(unitOfWork, events)));
  }

  /** The last number that each case had before. */
  private static Uni<Map<UUID, Long>> count(
      UnitOfWork unitOfWork, List<Announcement> announcements) {
    Map<UUID, Integer> wanted =
        announcements.stream()
            .collect(Collectors.toMap(Announcement::caseId, _ -> 1, Integer::sum));
    return unitOfWork
        .session()
        .createNativeQuery(COUNT, Object[].class)
        .setParameter(1, wanted.keySet().toArray(UUID[]::new))
        .setParameter(2, wanted.values().toArray(Integer[]::new))
        .getResultList()
        .map(Announcements::byCase);
  }

  private static Map<UUID, Long> byCase(List<Object[]> rows) {
    Map<UUID, Long> last = new HashMap<>();
    rows.forEach(row -> last.put((UUID) row[0], ((Number) row[1]).longValue()));
    return last;
  }

  private static List<OutgoingEvent> events(
      List<Announcement> announcements, Map<UUID, Long> last, Instant now) {
    return announcements.stream()
        .map(
            announcement ->
                Publication.of(
                    announcement.event(now),
                    Ids.next(),
                    last.merge(announcement.caseId(), 1L, Long::sum),
                    now,
                    announcement.publicationCause()))
        .toList();
  }
}
