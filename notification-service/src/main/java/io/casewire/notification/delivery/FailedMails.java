package io.casewire.notification.delivery;

import io.casewire.kit.expiry.Expiring;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Queues mails again that were given up: the same bytes under the same Message-ID, since the mail
 * server never took them. A mail is queued once, however often and from wherever it is asked for.
 */
@ApplicationScoped
public class FailedMails {

  /** The most that one request queues again. */
  public static final int MOST = 1_000;

  private static final String REQUEUE =
      """
      with chosen as materialized (
        select letter.notification_id, letter.letter, letter.content
        from failed_letter letter join delivery using (notification_id)
        where delivery.state = 'failed' and %s
        order by letter.failed_at limit %d
        for update of letter),
      taken as (
        delete from failed_letter using chosen
        where failed_letter.notification_id = chosen.notification_id)
      update delivery set
        state = 'queued', reason = null, letter = chosen.letter, content = chosen.content,
        next_attempt_at = clock_timestamp(), queued_at = clock_timestamp(),
        attempts_before = attempts
      from chosen
      where delivery.notification_id = chosen.notification_id and delivery.state = 'failed'
      """;

  private static final String ONE = REQUEUE.formatted("letter.notification_id = $1", 1);

  private static final String MANY =
      REQUEUE.formatted(
          """
          letter.failed_at >= cast(cast($1 as text) as timestamptz)
            and letter.failed_at < cast(cast($2 as text) as timestamptz)
            and (cast($3 as text) is null or delivery.reason = $3)
          """,
          MOST);

  private final Transactions transactions;
  private final Dispatch dispatch;
  private final DeliveryConfig config;

  FailedMails(Transactions transactions, Dispatch dispatch, DeliveryConfig config) {
    this.transactions = transactions;
    this.dispatch = dispatch;
    this.config = config;
  }

  /** Queues a mail again; false if it has not failed or is not kept any longer. */
  public Uni<Boolean> requeue(UUID notificationId) {
    return transactions.write(
        unitOfWork ->
            woken(unitOfWork)
                .statement(ONE)
                .bind(notificationId)
                .update()
                .map(queued -> queued == 1));
  }

  /**
   * Queues mails again that were given up within a time, those that have waited longest first.
   *
   * @param reason only those that were given up for this reason; null for all
   * @return how many, {@value #MOST} at most
   */
  public Uni<Integer> requeue(Instant from, Instant to, @Nullable String reason) {
    return transactions.write(
        unitOfWork ->
            woken(unitOfWork)
                .statement(MANY)
                .bind(from.toString())
                .bind(to.toString())
                .bind(reason)
                .update());
  }

  @Produces
  @Singleton
  Expiring expiring() {
    return new Expiring(
        "failed_letter",
        "notification_id",
        "failed_at < statement_timestamp() - interval '%d seconds'"
            .formatted(config.keepFailed().toSeconds()));
  }

  private UnitOfWork woken(UnitOfWork unitOfWork) {
    unitOfWork.afterCommit(dispatch);
    return unitOfWork;
  }
}
