package io.casewire.intake.conversation;

import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads the entries that a chat session shows. */
@ApplicationScoped
public class ChatFeed {

  static final String AFTER =
      """
      select e.entry, upper(coalesce(m.author, 'status')), m.id, m.author_name,
        coalesce(m.text, e.status), coalesce(m.sent_at, e.at)
      from thread_entry e left join message m on m.id = e.message_id
      where e.thread_id = ?1 and e.entry > ?2 order by e.entry limit ?3
      """;

  /** No entity, so that a caller that locks the case afterwards reads it under the lock. */
  private static final String CURRENT =
      """
      select id, case_number from customer_case
      where thread_id = ?1 order by thread_ordinal desc limit 1
      """;

  /** Before the current case, or before the first answer that awaits its confirmation. */
  private static final String EXTENT =
      """
      select t.next_entry - 1, least(
        (select e.entry from customer_case c
          join message m on m.case_id = c.id and m.position = 1
          join thread_entry e on e.message_id = m.id and e.thread_id = c.thread_id
         where c.thread_id = t.id order by c.thread_ordinal desc limit 1),
        (select min(e.entry) from customer_case c
          join message m on m.case_id = c.id and m.delivery = 'AWAITED'
          join thread_entry e on e.message_id = m.id and e.thread_id = c.thread_id
         where c.thread_id = t.id)) - 1
      from thread t where t.id = ?1
      """;

  private static final String ENDS =
      "select id, next_entry - 1 from thread where id = any (cast(?1 as uuid[]))";

  private final Transactions forOne;
  private final Transactions forAll;

  ChatFeed(Transactions transactions) {
    this.forOne = transactions.forOpenChats();
    this.forAll = transactions.forBatches();
  }

  /** The entries after a position, in order, so many at most. */
  public Uni<List<Entry>> after(UUID sessionId, FeedPosition position, int limit) {
    return forOne.read(
        session ->
            session
                .createNativeQuery(AFTER, Object[].class)
                .setParameter(1, sessionId)
                .setParameter(2, position.entry())
                .setParameter(3, limit)
                .getResultList()
                .map(rows -> rows.stream().map(ChatFeed::entry).toList()));
  }

  /** The case that a session is about now; empty before its first message. */
  public Uni<Optional<ChatCase>> current(Mutiny.Session session, UUID sessionId) {
    return session
        .createNativeQuery(CURRENT, Object[].class)
        .setParameter(1, sessionId)
        .getSingleResultOrNull()
        .map(found -> Optional.ofNullable(found).map(ChatFeed::chatCase));
  }

  /** The part that a session is shown when it comes back; none before its first message. */
  public Uni<Extent> extent(Mutiny.Session session, UUID sessionId) {
    return session
        .createNativeQuery(EXTENT, Object[].class)
        .setParameter(1, sessionId)
        .getSingleResultOrNull()
        .map(row -> row == null ? Extent.EMPTY : new Extent(position(row[1]), position(row[0])));
  }

  /** How far each of these sessions' feeds reaches; those without a case are left out. */
  public Uni<Map<UUID, FeedPosition>> ends(Collection<UUID> sessionIds) {
    return forAll.read(
        session ->
            session
                .createNativeQuery(ENDS, Object[].class)
                .setParameter(1, sessionIds.toArray(UUID[]::new))
                .getResultList()
                .map(
                    rows ->
                        rows.stream()
                            .collect(
                                Collectors.toMap(row -> (UUID) row[0], row -> position(row[1])))));
  }

  private static ChatCase chatCase(Object[] row) {
    return new ChatCase((UUID) row[0], (String) row[1]);
  }

  private static FeedPosition position(Object entry) {
    return new FeedPosition(((Number) entry).longValue());
  }

  private static Entry entry(Object[] row) {
    return new Entry(
        position(row[0]),
        Kind.valueOf((String) row[1]),
        (UUID) row[2],
        (String) row[3],
        (String) row[4],
        Instants.of(row[5]));
  }

  /** The kinds of entries. */
  public enum Kind {
    CUSTOMER,
    AGENT,
    SYSTEM,
    STATUS
  }

  /**
   * An entry: a message, or that the case has moved to another status.
   *
   * @param id of the message; null for a status
   * @param name of the agent
   * @param text of the message, or the name of the status
   */
  public record Entry(
      FeedPosition position,
      Kind kind,
      @Nullable UUID id,
      @Nullable String name,
      String text,
      Instant at) {}

  /** The case that a session is about. */
  public record ChatCase(UUID caseId, String caseNumber) {}

  /**
   * A part of a session's feed.
   *
   * @param start the place before all of the current case and before each answer of an earlier one
   *     that was not seen
   * @param end the last entry
   */
  public record Extent(FeedPosition start, FeedPosition end) {

    /** Of a session that has no case yet. */
    public static final Extent EMPTY = new Extent(FeedPosition.START, FeedPosition.START);
  }
}
