package io.casewire.routing.casework;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseNoteAdded;
import io.casewire.events.CasePriorityChanged;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.MessageRefused;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.LifeEvent;
import io.casewire.routing.life.Phase;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says on the stream what happened in the life of a case. */
final class StreamFacts {

  private StreamFacts() {}

  /**
   * The event to publish; empty for what intake has published itself.
   *
   * @param after the state right after the event
   * @param decisionId of an assignment
   * @param names the name under which customers see an agent, by id
   */
  static Optional<CaseEvent> of(
      CaseEntity theCase,
      CaseState after,
      LifeEvent event,
      Instant at,
      @Nullable UUID decisionId,
      UnaryOperator<String> names) {
    UUID id = theCase.id;
    return switch (event) {
      case LifeEvent.MessageTaken _, LifeEvent.Heard _ -> Optional.empty();
      case LifeEvent.MessageRefused e ->
          Optional.of(new MessageRefused(id, e.messageId(), e.reason(), null, at));
      case LifeEvent.StatusChanged e -> Optional.of(statusChanged(id, after, e, at));
      case LifeEvent.Assigned e ->
          Optional.of(
              new CaseAssigned(
                  id,
                  e.agentId(),
                  after.place().queue(),
                  Objects.requireNonNull(decisionId),
                  e.why(),
                  at));
      case LifeEvent.Unassigned e ->
          Optional.of(new CaseUnassigned(id, e.agentId(), e.why().wireName(), at));
      case LifeEvent.Queued e -> Optional.of(new CaseQueued(id, e.queue(), e.waitingSince()));
      case LifeEvent.Replied e ->
          Optional.of(replied(theCase, after, e, at, names.apply(e.agentId())));
      case LifeEvent.AnswerLost e ->
          Optional.of(
              new AnswerUndelivered(id, e.messageId(), e.outcome(), e.reason(), e.owner(), at));
      case LifeEvent.NoteAdded e ->
          Optional.of(
              new CaseNoteAdded(
                  id, e.noteId(), e.agentId(), at, new CaseNoteAdded.Personal(e.text())));
      case LifeEvent.Classified e ->
          Optional.of(new CaseClassified(id, e.category(), e.language(), e.agentId(), at));
      case LifeEvent.PriorityChanged e ->
          Optional.of(new CasePriorityChanged(id, e.from(), e.to(), e.escalationId(), at));
    };
  }

  private static CaseStatusChanged statusChanged(
      UUID id, CaseState after, LifeEvent.StatusChanged event, Instant at) {
    return new CaseStatusChanged(
        id,
        event.from(),
        event.to().status(),
        event.reason(),
        event.to() instanceof Phase.Resolved resolved ? resolved.reopenUntil() : null,
        event.to() instanceof Phase.Pending pending ? pending.wakeAt() : null,
        after.reopenCount(),
        after.reading().seen(),
        at);
  }

  private static CaseAgentReplied replied(
      CaseEntity theCase, CaseState after, LifeEvent.Replied event, Instant at, String name) {
    return new CaseAgentReplied(
        theCase.id,
        event.messageId(),
        event.agentId(),
        name,
        theCase.replyChannel,
        event.then(),
        after.reading().seen(),
        at,
        new CaseAgentReplied.Personal(event.text()));
  }
}
