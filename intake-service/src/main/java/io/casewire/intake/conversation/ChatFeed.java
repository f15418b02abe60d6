package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what a chat session shows. */
@ApplicationScoped
public class ChatFeed {

  private static final String AFTER =
      """
      select c.chat_ordinal, m.position, m.author as kind, m.id, m.author_name, m.text, m.sent_at
      from customer_case c join message m on m.case_id = c.id
      where c.chat_session_id = ?1 and (c.chat_ordinal, m.position) > (?2, ?3)
      union all
      select c.chat_ordinal, s.position, 'status', null, null, s.status, s.at
      from customer_case c join status_change s on s.case_id = c.id
      where c.chat_session_id = ?1 and (c.chat_ordinal, s.position) > (?2, ?3)
      order by 1, 2 limit ?4
      """;

  /** No entity: whoever locks the case afterwards must read it under the lock. */
  private static final String CURRENT =
      """
      select id, case_number, chat_ordinal, last_position from customer_case
      where chat_session_id = ?1 order by chat_ordinal desc limit 1
      """;

  private static final String ENDS =
      """
      select distinct on (chat_session_id) chat_session_id, chat_ordinal, last_position
      from customer_case where chat_session_id = any (cast(?1 as uuid[]))
      order by chat_session_id, chat_ordinal desc
      """;

  private final Transactions forOne;
  private final Transactions forAll;

  ChatFeed(Transactions transactions) {
    this.forOne = transactions.begun();
    this.forAll = transactions.ahead();
  }

  /** What comes after a position, in order, so many entries at most. */
  public Uni<List<FeedEntry>> after(UUID sessionId, FeedPosition position, int limit) {
    return forOne.read(
        session ->
            session
                .createNativeQuery(AFTER, Object[].class)
                .setParameter(1, sessionId)
                .setParameter(2, position.ordinal())
                .setParameter(3, position.position())
                .setParameter(4, limit)
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
                                Collectors.toMap(row -> (UUID) row[0], row -> position(row, 1)))));
  }

  private static ChatCase chatCase(Object[] row) {
    return new ChatCase((UUID) row[0], (String) row[1], position(row, 2));
  }

  private static FeedPosition position(Object[] row, int first) {
    return new FeedPosition(
        ((Number) row[first]).intValue(), ((Number) row[first + 1]).longValue());
  }

  private static FeedEntry entry(Object[] row) {
    FeedPosition position = position(row, 0);
    String kind = (String) row[2];
    if (kind.equals("status")) {
      return new FeedEntry.Moved(position, CaseStatus.valueOf((String) row[5]));
    }
    UUID messageId = (UUID) row[3];
    String text = (String) row[5];
    var at = Instants.of(row[6]);
    return switch (kind) {
      case "agent" -> new FeedEntry.Reply(position, messageId, (String) row[4], text, at);
      case "system" -> new FeedEntry.Notice(position, messageId, text, at);
      default -> new FeedEntry.Own(position, messageId, text, at);
    };
  }

  /**
   * The case that a session is about.
   *
   * @param end of the session's feed
   */
  public record ChatCase(UUID caseId, String caseNumber, FeedPosition end) {}
}
