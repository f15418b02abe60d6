package io.casewire.routing.stream;

import io.casewire.events.UndeliveredOutcome;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.MessageKey;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.SystemCommand.LoseAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What became of agents' answers on their way to the customer. A loss is told once, however many
 * notices tell of it, until the answer arrives or is lost in another way.
 */
@ApplicationScoped
class AnswerFates {

  private final CaseLife life;

  AnswerFates(CaseLife life) {
    this.life = life;
  }

  void lost(Batch batch, Fact fact, UndeliveredOutcome outcome, String reason) {
    MessageKey answer = fact.carriedAnswer().orElseThrow();
    if (!batch.isAnswer(answer) || batch.lossOf(answer).equals(Optional.of(outcome))) {
      return;
    }
    batch.learn(answer, Optional.of(outcome));
    CaseEntity theCase = batch.caseOf(fact);
    LoseAnswer command =
        new LoseAnswer(
            answer.messageId(), outcome, reason, batch.work().ownerOf(theCase), batch.now());
    if (life.decide(theCase.state(), command) instanceof Decision.Accepted done) {
      batch.work().apply(theCase, done.events(), fact.occasion(batch.now(), Occasion.SYSTEM));
    }
  }

  /** Usually there is nothing to tell: an answer that was not lost is expected to arrive. */
  void arrived(Batch batch, Fact fact) {
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
