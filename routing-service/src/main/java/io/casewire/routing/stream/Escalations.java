package io.casewire.routing.stream;

import io.casewire.events.CaseEscalated;
import io.casewire.events.EscalationResolved;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.MessageKey;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.escalation.CaseAtHand;
import io.casewire.routing.escalation.Escalation;
import io.casewire.routing.escalation.EscalationRules;
import io.casewire.routing.escalation.Resolution;
import io.casewire.routing.escalation.Resolution.Effect;
import io.casewire.routing.escalation.Target;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.Sight;
import io.casewire.routing.life.SystemCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Carries escalations out and says how they ended. */
@ApplicationScoped
class Escalations {

  private final CaseLife life;

  Escalations(CaseLife life) {
    this.life = life;
  }

  void act(Batch batch, Fact fact, CaseEscalated event) {
    Instant now = batch.now();
    CaseEntity theCase = batch.caseOf(fact);
    Resolution resolution =
        EscalationRules.resolve(
            new Escalation(
                Target.parse(event.to()), event.action(), Sight.of(event.seenRoutingSeq())),
            atHand(batch, theCase, event.awaitedMessageId()),
            batch.known().queues()::find,
            batch.known().everybody());
    Occasion occasion = fact.occasion(now, Occasion.SYSTEM);
    command(resolution.effect(), event.escalationId())
        .ifPresent(command -> carryOut(batch, theCase, command, occasion));
    batch.work().publish(theCase, resolved(event, resolution, now), occasion);
  }

  private static CaseAtHand atHand(Batch batch, CaseEntity theCase, @Nullable UUID awaitedMessage) {
    CaseState state = theCase.state();
    boolean answered =
        Optional.ofNullable(awaitedMessage)
            .map(messageId -> new MessageKey(theCase.id(), messageId))
            .flatMap(batch::sequenceOf)
            .filter(state.reading()::hasAnswered)
            .isPresent();
    return new CaseAtHand(
        state.status(),
        state.owner(),
        batch.known().queues().of(state.place().queue()),
        state.label().priority(),
        answered,
        theCase.overtakingSeq());
  }

  private static Optional<SystemCommand> command(Effect effect, UUID escalationId) {
    return switch (effect) {
      case Effect.None() -> Optional.empty();
      case Effect.HandOver(String agentId) -> Optional.of(new SystemCommand.HandOver(agentId));
      case Effect.SendToQueue(String queue) -> Optional.of(new SystemCommand.SendToQueue(queue));
      case Effect.RaisePriority e ->
          Optional.of(new SystemCommand.RaisePriority(e.to(), escalationId));
    };
  }

  private void carryOut(Batch batch, CaseEntity theCase, SystemCommand command, Occasion occasion) {
    if (life.decide(theCase.state(), command) instanceof Decision.Accepted done) {
      batch.work().applyEscalation(theCase, done.events(), occasion);
    }
  }

  private static EscalationResolved resolved(
      CaseEscalated event, Resolution resolution, Instant now) {
    return new EscalationResolved(
        event.caseId(),
        event.escalationId(),
        event.metric(),
        event.level(),
        event.action(),
        resolution.recipients(),
        resolution.outcome(),
        now);
  }
}
