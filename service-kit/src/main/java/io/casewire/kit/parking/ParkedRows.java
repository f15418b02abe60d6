package io.casewire.kit.parking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casewire.events.envelope.CloudEventHeaders;
import io.casewire.kit.inbox.StreamRecord;
import io.casewire.kit.parking.ParkingLot.ParkedRecord;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The statements on the two tables of parked records. */
final class ParkedRows {

  private static final String UNKNOWN = "";

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private ParkedRows() {}

  /** The update changes nothing; it is there to lock a row that exists. */
  static Uni<Integer> insertSubject(
      Mutiny.Session session, StreamRecord record, ParkingReason reason) {
    return session
        .createNativeQuery(
            """
            insert into parked_subject as known (subject, source, reason) values (?1, ?2, ?3)
            on conflict (subject) do update set reason = known.reason
            """)
        .setParameter(1, record.parkingKey())
        .setParameter(2, record.headers().getOrDefault(CloudEventHeaders.SOURCE, UNKNOWN))
        .setParameter(3, reason.name())
        .executeUpdate();
  }

  static Uni<Integer> insertRecord(
      Mutiny.Session session, StreamRecord record, ParkingReason reason) {
    return session
        .createNativeQuery(
            """
            insert into parked_record
              (subject, topic, record_partition, record_offset, headers, body, reason,
               source, sequence)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            on conflict (topic, record_partition, record_offset) do nothing
            """)
        .setParameter(1, record.parkingKey())
        .setParameter(2, record.topic())
        .setParameter(3, record.partition())
        .setParameter(4, record.offset())
        .setParameter(5, json(record.headers()))
        .setParameter(6, record.body() == null ? new byte[0] : record.body())
        .setParameter(7, reason.name())
        .setParameter(8, record.headers().get(CloudEventHeaders.SOURCE))
        .setParameter(9, sequenceOf(record))
        .executeUpdate();
  }

  private static @Nullable Long sequenceOf(StreamRecord record) {
    try {
      return Long.valueOf(record.headers().getOrDefault(CloudEventHeaders.SEQUENCE, UNKNOWN));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * What came first, or what has a lower number than that: a record that was late must not wait
   * behind the one that misses it.
   */
  static Uni<Optional<ParkedRecord>> head(Mutiny.Session session, String subject) {
    return session
        .createNativeQuery(
            """
            with first as (
              select id, source from parked_record where subject = ?1 order by id limit 1)
            select head.id, topic, record_partition, record_offset, headers, body, subject
            from first join parked_record head on head.id = coalesce(
              (select lower.id from parked_record lower
               where lower.subject = ?1 and lower.source = first.source
               order by lower.sequence, lower.id limit 1),
              first.id)
            """,
            Object[].class)
        .setParameter(1, subject)
        .getResultList()
        .map(rows -> rows.stream().findFirst().map(ParkedRows::record));
  }

  static Uni<Integer> delete(Mutiny.Session session, long id) {
    return session
        .createNativeQuery("delete from parked_record where id = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  static Uni<Integer> deleteSubject(Mutiny.Session session, String subject) {
    return session
        .createNativeQuery("delete from parked_subject where subject = ?1")
        .setParameter(1, subject)
        .executeUpdate();
  }

  /** What waits first decides why the key waits. */
  static Uni<Integer> takeReasonFrom(Mutiny.Session session, ParkedRecord head) {
    return session
        .createNativeQuery(
            """
            update parked_subject set source = ?2,
              reason = (select reason from parked_record where id = ?3)
            where subject = ?1
            """)
        .setParameter(1, head.record().parkingKey())
        .setParameter(2, head.record().headers().getOrDefault(CloudEventHeaders.SOURCE, UNKNOWN))
        .setParameter(3, head.id())
        .executeUpdate();
  }

  /** The subject waits for something to change. */
  static Uni<Integer> stays(
      Mutiny.Session session, String subject, String source, ParkingReason reason) {
    return session
        .createNativeQuery(
            """
            update parked_subject set drainable = false, reason = ?3,
              source = case when cast(?2 as text) = '' then source else ?2 end
            where subject = ?1
            """)
        .setParameter(1, subject)
        .setParameter(2, source)
        .setParameter(3, reason.name())
        .executeUpdate();
  }

  static ParkedSubject subject(Object[] row) {
    return new ParkedSubject(
        (String) row[0], (String) row[1], ParkingReason.valueOf((String) row[2]));
  }

  private static ParkedRecord record(Object[] row) {
    return new ParkedRecord(
        ((Number) row[0]).longValue(),
        new StreamRecord(
            (String) row[1],
            ((Number) row[2]).intValue(),
            ((Number) row[3]).longValue(),
            (String) row[6],
            headers((String) row[4]),
            (byte[]) row[5]));
  }

  private static String json(Map<String, String> headers) {
    try {
      return JSON.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings has a JSON form", e);
    }
  }

  private static Map<String, String> headers(String json) {
    try {
      return JSON.readValue(json, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a parked record has unreadable headers", e);
    }
  }
}
