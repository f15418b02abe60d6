package io.casewire.intake.chat;

import io.casewire.intake.analysis.AnalysedText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers how clients named their messages. */
@ApplicationScoped
class ChatMessages {

  private static final String FIND =
      """
      select m.id, c.id as case_id, c.case_number, m.text
      from chat_message named
        join message m on m.id = named.message_id
        join customer_case c on c.id = m.case_id
      where named.session_id = ?1 and named.client_message_id = ?2
      """;

  private static final String ADD =
      "insert into chat_message (session_id, client_message_id, message_id) values (?1, ?2, ?3)";

  Uni<Optional<Stored>> find(Mutiny.Session session, UUID sessionId, String clientMessageId) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, sessionId)
        .setParameter(2, clientMessageId)
        .getSingleResultOrNull()
        .map(
            row ->
                Optional.ofNullable(row)
                    .map(
                        found ->
                            new Stored(
                                (UUID) found[0],
                                (UUID) found[1],
                                (String) found[2],
                                (String) found[3])));
  }

  Uni<Void> add(Mutiny.Session session, UUID sessionId, String clientMessageId, UUID messageId) {
    return session
        .createNativeQuery(ADD)
        .setParameter(1, sessionId)
        .setParameter(2, clientMessageId)
        .setParameter(3, messageId)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * A message that is stored.
   *
   * @param text as it is kept, redacted
   */
  record Stored(UUID messageId, UUID caseId, String caseNumber, String text) {

    /**
     * This message, if it has that text.
     *
     * @throws FrameException if it is another one
     */
    Stored ifSame(AnalysedText other) {
      if (!text.equals(other.text())) {
        throw new FrameException(
            "message-id-reused", "clientMessageId was used for another message");
      }
      return this;
    }
  }
}
