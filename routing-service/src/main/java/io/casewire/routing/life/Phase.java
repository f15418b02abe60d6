package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A status together with what only exists in it. */
public sealed interface Phase {

  /** The status. */
  CaseStatus status();

  /** Needs work. */
  record Open() implements Phase {
    @Override
    public CaseStatus status() {
      return CaseStatus.OPEN;
    }
  }

  /**
   * Waits for the customer.
   *
   * @param wakeAt when it opens again by itself
   */
  record Pending(@Nullable Instant wakeAt) implements Phase {
    @Override
    public CaseStatus status() {
      return CaseStatus.PENDING;
    }
  }

  /**
   * Done, unless the customer says otherwise.
   *
   * @param reopenUntil a message received until then, the instant itself included, reopens the case
   */
  record Resolved(Instant reopenUntil) implements Phase {
    @Override
    public CaseStatus status() {
      return CaseStatus.RESOLVED;
    }
  }

  /**
   * Over: closed, merged or spam. Only a closed case whose answer was lost opens again.
   *
   * @param byCustomer whether the customer closed it, who then waits for nothing
   */
  record Ended(CaseStatus status, boolean byCustomer) implements Phase {}

  /**
   * The phase that was stored as these values.
   *
   * @param byCustomer of a case that is over: whether the customer ended it
   * @throws NullPointerException if a resolved case has no end of its reopen window
   */
  static Phase of(
      CaseStatus status,
      @Nullable Instant reopenUntil,
      @Nullable Instant wakeAt,
      boolean byCustomer) {
    return switch (status) {
      case OPEN -> new Open();
      case PENDING -> new Pending(wakeAt);
      case RESOLVED -> new Resolved(Objects.requireNonNull(reopenUntil, "reopenUntil"));
      case CLOSED, MERGED, SPAM -> new Ended(status, byCustomer);
    };
  }
}
