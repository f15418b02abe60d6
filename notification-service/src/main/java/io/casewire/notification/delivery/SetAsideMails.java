package io.casewire.notification.delivery;

import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.setaside.WorkQueue;
import io.casewire.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Mails that failed for a reason of their own. Such a mail stays queued and is never due, so it
 * holds up none behind it, until a person retries it.
 */
@ApplicationScoped
class SetAsideMails implements WorkQueue {

  static final String QUEUE = "delivery";

  private static final String BACK =
      """
      update delivery set
        next_attempt_at = clock_timestamp(), queued_at = clock_timestamp(),
        attempts_before = attempts, reason = null
      where notification_id = $1 and state = 'queued' and next_attempt_at is null
      """;

  private final Transactions transactions;
  private final SetAside setAside;
  private final Dispatch dispatch;

  SetAsideMails(Transactions transactions, SetAside setAside, Dispatch dispatch) {
    this.transactions = transactions;
    this.setAside = setAside;
    this.dispatch = dispatch;
  }

  @Override
  public String name() {
    return QUEUE;
  }

  @Override
  public Uni<Void> retry(String key) {
    return transactions.write(
        unitOfWork -> {
          unitOfWork.afterCommit(dispatch);
          return unitOfWork
              .statement(BACK)
              .bind(UUID.fromString(key))
              .update()
              .chain(() -> setAside.remove(unitOfWork, QUEUE, key))
              .replaceWithVoid();
        });
  }
}
