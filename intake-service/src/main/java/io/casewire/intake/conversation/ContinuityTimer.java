package io.casewire.intake.conversation;

import io.casewire.events.envelope.Cause;
import io.casewire.kit.id.Ids;
import io.casewire.kit.timer.DueTimer;
import io.casewire.kit.timer.TimerHandler;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends the waiting for a chat's client that does not confirm. */
@ApplicationScoped
class ContinuityTimer implements TimerHandler {

  private final ChatDeliveries deliveries;

  ContinuityTimer(ChatDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String kind() {
    return ChatDeliveries.TIMER;
  }

  @Override
  public Uni<Void> fire(UnitOfWork unitOfWork, List<DueTimer> due, Instant now) {
    return deliveries.decide(
        unitOfWork,
        due.stream().map(timer -> UUID.fromString(timer.payload())).toList(),
        due.stream().map(timer -> UUID.fromString(timer.key())).toList(),
        Delivery.UNDELIVERED,
        Cause.of(Ids.next().toString(), null));
  }
}
