package io.casewire.routing.stream;

import io.casewire.events.CaseEscalated;
import io.casewire.events.EscalationResolved;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.escalation.CaseAtHand;
import io.casewire.routing.escalation.Escalation;
import io.casewire.routing.escalation.EscalationRules;
import io.casewire.routing.escalation.Resolution;
import io.casewire.routing.escalation.Resolution.Effect;
import io.casewire.routing.escalation.Target;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.Sight;
import io.casewire.routing.life.SystemCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Carries escalations out and says how they ended. */
final class Escalations {

  private Escalations() {}

  static void act(Batch batch, Fact fact, CaseEscalated event) {
    Instant now = batch.now();
    CaseEntity theCase = batch.caseOf(fact);
    Resolution resolution =
        EscalationRules.resolve(
            new Escalation(
                Target.parse(event.to()), event.action(), Sight.of(event.seenRoutingSeq())),
            atHand(batch, theCase, fact),
            batch.queues()::find,
            batch.people());
    Occasion occasion = fact.occasion(now, Occasion.SYSTEM);
    command(resolution.effect(), event.escalationId())
        .ifPresent(command -> batch.work().escalate(theCase, command, occasion));
    batch.work().publish(theCase, resolved(event, resolution, now), occasion);
  }

  private static CaseAtHand atHand(Batch batch, CaseEntity theCase, Fact fact) {
    CaseState state = theCase.state();
    boolean answered =
        fact.awaitedMessage()
            .flatMap(batch::sequenceOf)
            .filter(state.reading()::hasAnswered)
            .isPresent();
    return new CaseAtHand(
        state.status(),
        state.owner(),
        batch.queues().of(state.place().queue()),
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
