package io.casewire.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes events on their way out.
 *
 * <p>Guarantees:
 *
 * <ol>
 *   <li>an event is sent if and only if the transaction that appended it commits;
 *   <li>at least once, and for one subject in the order in which it was appended, provided that the
 *       caller holds the lock on the subject's aggregate, as it must to number the events;
 *   <li>an event that the broker refuses for its own sake keeps its subject waiting and no other.
 * </ol>
 */
@ApplicationScoped
public class Outbox {

  /** Below the broker's default limit of 1 MiB for a record, headers included. */
  public static final int MAX_BODY_BYTES = 900 * 1024;

  /** Units of work of the relay; a subject always falls into the same one. */
  static final int BUCKETS = 16;

  private static final String INSERT =
      """
      insert into outbox (bucket, topic, subject, headers, body)
      select bucket, topic, subject, headers, body
      from unnest(cast($1 as integer[]), cast($2 as text[]), cast($3 as text[]),
                  cast($4 as text[]), cast($5 as text[]))
        with ordinality as event (bucket, topic, subject, headers, body, place)
      order by place
      """;

  private static final JsonMapper JSON = new JsonMapper();

  private final OutboxRelay relay;

  Outbox(OutboxRelay relay) {
    this.relay = relay;
  }

  /**
   * Appends events in this order; the relay wakes when the transaction has committed.
   *
   * @throws EventTooLargeException if a body is over {@link #MAX_BODY_BYTES}
   */
  public Uni<Void> append(UnitOfWork unitOfWork, List<OutgoingEvent> events) {
    return appendRecords(
        unitOfWork,
        events.stream()
            .map(
                event ->
                    new OutboxRecord(
                        event.topic(),
                        event.envelope().subject(),
                        CloudEventHeaders.of(event.envelope()),
                        event.body()))
            .toList());
  }

  /** Appends records that are no events of this service, such as reports of dead letters. */
  public Uni<Void> appendRecords(UnitOfWork unitOfWork, List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    records.forEach(Outbox::requireSendable);
    unitOfWork.afterCommit(relay);
    return unitOfWork
        .statement(INSERT)
        .bind(buckets(records))
        .bind(texts(records, OutboxRecord::topic))
        .bind(texts(records, OutboxRecord::subject))
        .bind(texts(records, record -> json(record.headers())))
        .bind(texts(records, Outbox::text))
        .update()
        .replaceWithVoid();
  }

  private static void requireSendable(OutboxRecord record) {
    if (record.body().length > MAX_BODY_BYTES) {
      throw new EventTooLargeException(record.topic(), record.body().length);
    }
  }

  private static Integer[] buckets(List<OutboxRecord> records) {
    return records.stream().map(record -> bucketOf(record.subject())).toArray(Integer[]::new);
  }

  static int bucketOf(String subject) {
    return Math.floorMod(subject.hashCode(), BUCKETS);
  }

  private static String text(OutboxRecord record) {
    return new String(record.body(), StandardCharsets.UTF_8);
  }

  private static String json(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings has a JSON form", e);
    }
  }

  private static String[] texts(List<OutboxRecord> records, Function<OutboxRecord, String> value) {
    return records.stream().map(value).toArray(String[]::new);
  }
}
