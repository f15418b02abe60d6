package io.casewire.intake.quarantine;

import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps mail as it came, and holds some of it back. */
@ApplicationScoped
public class Quarantine {

  private static final String KEEP_RAW =
      """
      insert into raw_mail (id, digest, kept_until)
      values (?1, ?2, cast(cast(?3 as text) as timestamptz))
      """;

  private static final String HOLD =
      """
      insert into quarantined_mail (id, received_at, mailbox, sender, subject, size, reason)
      values (?1, cast(cast(?2 as text) as timestamptz), ?3, cast(?4 as text), ?5, ?6, ?7)
      """;

  private static final String FIND =
      """
      select quarantined_mail.id, quarantined_mail.mailbox, quarantined_mail.size,
             raw_mail.digest
      from quarantined_mail join raw_mail on raw_mail.id = quarantined_mail.id
      where quarantined_mail.id = ?1 and raw_mail.kept_until > statement_timestamp()
      """;

  private static final String LET_GO =
      """
      update quarantined_mail set released_at = clock_timestamp()
      where id = ?1 and released_at is null
      """;

  /**
   * Keeps a mail as it came.
   *
   * @param id of the note of its receipt
   * @param digest of its content in the blob store
   */
  public Uni<Void> keepRaw(UnitOfWork unitOfWork, UUID id, String digest, Instant until) {
    return unitOfWork
        .session()
        .createNativeQuery(KEEP_RAW)
        .setParameter(1, id)
        .setParameter(2, digest)
        .setParameter(3, until.toString())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Holds back a mail that is kept as it came. */
  public Uni<Void> hold(UnitOfWork unitOfWork, QuarantineEntry entry) {
    return unitOfWork
        .session()
        .createNativeQuery(HOLD)
        .setParameter(1, entry.id())
        .setParameter(2, entry.receivedAt().toString())
        .setParameter(3, entry.mailbox())
        .setParameter(4, entry.sender())
        .setParameter(5, entry.subject())
        .setParameter(6, entry.size())
        .setParameter(7, entry.reason())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** A mail that was held back and is still kept, let go or not. */
  public Uni<Optional<HeldMail>> find(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, id)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new HeldMail(
                                (UUID) row[0], (String) row[1], (Long) row[2], (String) row[3])));
  }

  /** Lets a mail go; whether it is now that it goes. Of two who try at once one does it. */
  public Uni<Boolean> letGo(UnitOfWork unitOfWork, UUID id) {
    return unitOfWork
        .session()
        .createNativeQuery(LET_GO)
        .setParameter(1, id)
        .executeUpdate()
        .map(changed -> changed == 1);
  }
}
