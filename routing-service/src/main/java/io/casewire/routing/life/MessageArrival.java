package io.casewire.routing.life;

import io.casewire.events.CaseStatus;
import io.casewire.events.RefusalReason;
import io.casewire.events.StatusChangeReason;
import io.casewire.routing.life.LifeEvent.MessageRefused;
import io.casewire.routing.life.LifeEvent.MessageTaken;
import io.casewire.routing.life.SystemCommand.TakeMessage;

/** What a customer's message does to a case. */
final class MessageArrival {

  private MessageArrival() {}

  static Decision decide(CaseState state, TakeMessage message) {
    Arrival arrival = LegalMoves.of(state.status()).arrival();
    // A machine's mail must not open a case elsewhere, so it stays wherever it has come to.
    if (message.automatic()) {
      arrival = Arrival.STAYS;
    }
    return switch (arrival) {
      case STAYS -> taken(state, message).decision();
      case REOPENS -> reopen(state, message);
      case REOPENS_IN_TIME -> reopenResolved(state, message);
      case REFUSED -> refuse(state, message);
    };
  }

  private static Decision reopen(CaseState state, TakeMessage message) {
    return taken(state, message)
        .open(StatusChangeReason.CUSTOMER_MESSAGE, message.owner(), message.receivedAt())
        .decision();
  }

  private static Decision reopenResolved(CaseState state, TakeMessage message) {
    return isInTime(state.phase(), message) ? reopen(state, message) : refuse(state, message);
  }

  private static boolean isInTime(Phase phase, TakeMessage message) {
    return phase instanceof Phase.Resolved resolved
        && !message.receivedAt().isAfter(resolved.reopenUntil());
  }

  private static Decision refuse(CaseState state, TakeMessage message) {
    return Decision.of(
        new MessageRefused(message.messageId(), reason(state.status()), message.intakeSeq()));
  }

  /** A resolved case whose window has passed is as good as closed, its timer is only late. */
  private static RefusalReason reason(CaseStatus status) {
    return switch (status) {
      case MERGED -> RefusalReason.MERGED;
      case SPAM -> RefusalReason.SPAM;
      case OPEN, PENDING, RESOLVED, CLOSED -> RefusalReason.CLOSED;
    };
  }

  private static Steps taken(CaseState state, TakeMessage message) {
    return new Steps(state).then(new MessageTaken(message.messageId(), message.intakeSeq()));
  }
}
