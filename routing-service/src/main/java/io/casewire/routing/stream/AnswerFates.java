package io.casewire.routing.stream;

import io.casewire.events.UndeliveredOutcome;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.MessageKey;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.life.OwnerState;
import io.casewire.routing.life.SystemCommand.LoseAnswer;
import java.util.Optional;

/**
 * Follows agents' answers on their way to the customer. A loss is told once, however many notices
 * tell of it, until the answer arrives or is lost in another way.
 */
final class AnswerFates {

  private AnswerFates() {}

  static void lost(Batch batch, Fact fact, UndeliveredOutcome outcome, String reason) {
    MessageKey answer = fact.carriedAnswer().orElseThrow();
    if (!batch.isAnswer(answer) || batch.lossOf(answer).equals(Optional.of(outcome))) {
      return;
    }
    batch.learn(answer, Optional.of(outcome));
    OwnerState owner = batch.work().ownerOf(batch.caseOf(fact));
    batch.carryOut(fact, new LoseAnswer(answer.messageId(), outcome, reason, owner, batch.now()));
  }

  /** Usually there is nothing to tell: an answer that was not lost is expected to arrive. */
  static void arrived(Batch batch, Fact fact) {
    MessageKey answer = fact.carriedAnswer().orElseThrow();
    if (batch.lossOf(answer).isEmpty()) {
      return;
    }
    batch.learn(answer, Optional.empty());
    CaseEntity theCase = batch.caseOf(fact);
    Occasion occasion = fact.occasion(batch.now(), Occasion.SYSTEM);
    batch.work().tell(theCase, fact.envelope().id(), fact.event(), occasion);
    batch.work().answerArrived(theCase, answer.messageId());
  }
}
