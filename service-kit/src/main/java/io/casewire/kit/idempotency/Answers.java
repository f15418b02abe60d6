package io.casewire.kit.idempotency;

import io.casewire.kit.expiry.Expiring;
import io.casewire.kit.transaction.PlainStatement;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of answers. */
final class Answers {

  /** An answer that was given. */
  @SuppressWarnings("ArrayRecordComponent")
  record StoredAnswer(byte[] bodyDigest, String answer) {}

  /** How long an answer is kept, by the interface. */
  private static final String LIFETIME = "interval '24 hours'";

  private static final String FIND =
      """
      select body_digest, answer from idempotent_answer
      where key = $1 and answered_at > statement_timestamp() - %s
      """
          .formatted(LIFETIME);

  /** Waits for a transaction that inserts the same key; what has expired is overwritten. */
  private static final String ADD =
      """
      insert into idempotent_answer as old (key, body_digest, answer) values ($1, $2, $3)
      on conflict (key) do update
        set body_digest = excluded.body_digest, answer = excluded.answer,
            answered_at = excluded.answered_at
        where old.answered_at <= statement_timestamp() - %s
      """
          .formatted(LIFETIME);

  /** What no repeated request can get any more. */
  static final Expiring EXPIRING =
      new Expiring(
          "idempotent_answer", "key", "answered_at <= statement_timestamp() - " + LIFETIME);

  private Answers() {}

  static Uni<Optional<StoredAnswer>> find(Mutiny.Session session, RequestKey.Given key) {
    return PlainStatement.of(session, FIND)
        .bind(key.scopedKey())
        .rows()
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(found -> new StoredAnswer((byte[]) found[0], (String) found[1])));
  }

  /** Whether it was added; false if another request with the same key was answered before. */
  static Uni<Boolean> add(Mutiny.Session session, RequestKey.Given key, String answer) {
    return PlainStatement.of(session, ADD)
        .bind(key.scopedKey())
        .bind(key.bodyDigest())
        .bind(answer)
        .update()
        .map(rows -> rows == 1);
  }
}
