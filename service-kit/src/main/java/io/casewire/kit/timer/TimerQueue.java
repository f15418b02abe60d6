package io.casewire.kit.timer;

import io.casewire.kit.expiry.Expiring;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.setaside.WorkQueue;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Timers that keep failing, as items on the list of operators: {@code kind/key}. */
@ApplicationScoped
class TimerQueue implements WorkQueue {

  static final String NAME = "timers";

  private final Transactions transactions;
  private final SetAside setAside;
  private final TimerAlarm alarm;

  TimerQueue(Transactions transactions, SetAside setAside, TimerAlarm alarm) {
    this.transactions = transactions;
    this.setAside = setAside;
    this.alarm = alarm;
  }

  @Override
  public String name() {
    return NAME;
  }

  Uni<Void> add(UnitOfWork unitOfWork, DueTimer timer, Throwable failure) {
    return setAside.add(unitOfWork, NAME, timer.kind() + "/" + timer.key(), failure);
  }

  /** Makes the timer due now. */
  @Override
  public Uni<Void> retry(String key) {
    int slash = key.indexOf('/');
    return transactions.write(
        unitOfWork -> {
          unitOfWork.afterCommit(() -> alarm.noLaterThan(Instant.EPOCH));
          return TimerTable.makeDue(
                  unitOfWork.session(), key.substring(0, slash), key.substring(slash + 1))
              .chain(() -> setAside.remove(unitOfWork, NAME, key))
              .replaceWithVoid();
        });
  }

  /** Items whose timer was set anew or removed meanwhile. */
  @Produces
  @Singleton
  static Expiring overtaken() {
    return new Expiring(
        "set_aside",
        "id",
        """
        queue = 'timers' and not exists (
          select from timer where timer.kind = split_part(set_aside.key, '/', 1)
            and timer.key = substr(set_aside.key, strpos(set_aside.key, '/') + 1)
            and timer.due_at = 'infinity')
        """);
  }
}
