package io.casewire.sla.clock;

import io.casewire.events.CaseStatus;
import io.casewire.sla.policy.CaseTraits;
import io.casewire.sla.policy.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case while one fact is applied to it: which clocks the fact starts, stops or moves. */
final class CaseProceedings {

  private static final List<Metric> REPLIES = List.of(Metric.FIRST_RESPONSE, Metric.NEXT_RESPONSE);
  private static final long EVERYTHING = Long.MAX_VALUE;

  private final UUID caseId;
  private final OpenClocks clocks;
  private final WaitingMessages waiting;
  private final RecentAnswers answers;
  private CaseTraits traits;
  private CaseStatus status;
  private @Nullable Instant begunAt;
  private boolean responded;
  private long intakeSequence;

  CaseProceedings(CaseClocks state, Agreements agreements) {
    this.caseId = state.caseId();
    this.clocks = new OpenClocks(caseId, state.clocks(), state.clocksStarted(), agreements);
    this.waiting = new WaitingMessages(state.waiting());
    this.answers = new RecentAnswers(state.answers());
    this.traits = state.traits();
    this.status = state.status();
    this.begunAt = state.begunAt();
    this.responded = state.responded();
    this.intakeSequence = state.intakeSequence();
  }

  OpenClocks clocks() {
    return clocks;
  }

  CaseClocks state() {
    clocks.keepAnswered(answers.metClocks());
    return new CaseClocks(
        caseId,
        traits,
        status,
        begunAt,
        responded,
        intakeSequence,
        waiting.all(),
        answers.all(),
        clocks.kept(),
        clocks.started());
  }

  void customerWrote(CaseFact.CustomerWrote fact) {
    if (fact.sequence() <= intakeSequence) {
      return;
    }
    intakeSequence = fact.sequence();
    if (fact.automatic()) {
      return;
    }
    waiting.add(new WaitingMessage(fact.sequence(), fact.messageId(), fact.at()));
    if (begunAt == null) {
      begin(fact.at());
    } else if (responded) {
      await(Metric.NEXT_RESPONSE);
    }
  }

  private void begin(Instant at) {
    begunAt = at;
    await(Metric.FIRST_RESPONSE);
    clocks.start(Metric.RESOLUTION, null, at, at, traits);
  }

  /** The oldest message without an answer has a clock; later ones don't move it. */
  private void await(Metric reply) {
    waiting
        .oldest()
        .ifPresent(oldest -> clocks.start(reply, oldest, oldest.at(), oldest.at(), traits));
  }

  void messageRefused(CaseFact.MessageRefused fact) {
    waiting.remove(fact.messageId());
    answers.forget(fact.messageId());
    for (Metric reply : REPLIES) {
      if (clocks.find(reply).filter(clock -> clock.awaits(fact.messageId())).isPresent()) {
        clocks.cancel(reply, fact.at(), CancelReason.MESSAGE_REFUSED);
        await(reply);
      }
    }
    if (!responded && waiting.oldest().isEmpty()) {
      begunAt = null;
    }
  }

  void agentReplied(CaseFact.AgentReplied fact) {
    if (!answers.contains(fact.messageId())) {
      answer(fact.messageId(), fact.seenIntakeSeq(), fact.at());
    }
  }

  private void answer(UUID messageId, long seenIntakeSeq, Instant at) {
    List<UUID> met = new ArrayList<>();
    for (Metric reply : REPLIES) {
      if (awaitsOnlySeen(reply, seenIntakeSeq)) {
        met.add(clocks.find(reply).orElseThrow().clockId());
        clocks.meet(reply, at);
      }
    }
    answers.add(new Answer(messageId, seenIntakeSeq, waiting.settle(seenIntakeSeq), met, true));
    awaitTheRest();
  }

  void answerLost(CaseFact.AnswerLost fact) {
    answers.lose(fact.messageId()).ifPresent(lost -> waitAgain(lost, fact.at()));
  }

  /** Remembered, since the answer may still be sent once more after the case is opened again. */
  void lostAfterClosing(CaseFact.AnswerLost fact) {
    answers.lose(fact.messageId());
  }

  /**
   * The customer waits for an answer from now on. Closing ended the earlier clocks, and what they
   * had left is not known any more.
   */
  void openedAfterClosing(Instant at) {
    status = CaseStatus.OPEN;
    if (begunAt != null) {
      responded = true;
      clocks.start(Metric.NEXT_RESPONSE, null, at, at, traits);
      clocks.start(Metric.RESOLUTION, null, at, at, traits);
    }
  }

  /** All is as if the answer had never been written, but for the time in which nobody knew. */
  private void waitAgain(Answer lost, Instant at) {
    clocks.unmeet(lost.met(), waiting.knownSince(at), at);
    waiting.waitAgain(lost.settled(), at);
    responded = begunAt != null && clocks.find(Metric.FIRST_RESPONSE).isEmpty();
    clocks.reselect(at, traits);
    startMissing(at);
    if (responded && waiting.oldest().isEmpty()) {
      // The customer has asked nothing, but does not know what the agent wanted to tell him.
      clocks.start(Metric.NEXT_RESPONSE, null, at, at, traits);
    }
  }

  void answerSent(CaseFact.AnswerSent fact) {
    answers
        .takeLost(fact.messageId())
        .ifPresent(lost -> answer(lost.messageId(), lost.seenIntakeSeq(), fact.at()));
  }

  /** What was not seen goes on waiting, and the oldest of it gets a clock of its own. */
  private void awaitTheRest() {
    responded = begunAt != null && clocks.find(Metric.FIRST_RESPONSE).isEmpty();
    if (responded) {
      await(Metric.NEXT_RESPONSE);
    }
  }

  private boolean awaitsOnlySeen(Metric metric, long seenIntakeSeq) {
    return clocks.find(metric).filter(clock -> clock.awaitsOnlySeen(seenIntakeSeq)).isPresent();
  }

  void statusChanged(CaseFact.StatusChanged fact) {
    switch (fact.to()) {
      case OPEN -> goOn(fact.at());
      case PENDING -> standStill(fact.seenIntakeSeq(), fact.at());
      case RESOLVED -> resolve(fact.seenIntakeSeq(), fact.at());
      case CLOSED -> close(fact.at());
      case MERGED -> abandon(fact.at(), CancelReason.MERGED);
      case SPAM -> abandon(fact.at(), CancelReason.SPAM);
    }
    status = fact.to();
  }

  private void goOn(Instant at) {
    for (Metric metric : Metric.values()) {
      clocks.resume(metric, at);
    }
    if (status == CaseStatus.RESOLVED) {
      // A change while the case was resolved did not touch its resolution clock.
      clocks.reselect(at, traits);
    }
  }

  private void standStill(long seenIntakeSeq, Instant at) {
    if (status == CaseStatus.RESOLVED) {
      clocks.resume(Metric.RESOLUTION, at);
    }
    for (Metric metric : Metric.values()) {
      if (awaitsOnlySeen(metric, seenIntakeSeq)) {
        clocks.pause(metric, CaseStatus.PENDING, at);
      }
    }
  }

  private void resolve(long seenIntakeSeq, Instant at) {
    cancelReplies(seenIntakeSeq, at, CancelReason.RESOLVED);
    clocks.meet(Metric.RESOLUTION, at);
    waiting.settle(seenIntakeSeq);
    awaitTheRest();
  }

  private void close(Instant at) {
    clocks.meet(Metric.RESOLUTION, at);
    abandon(at, CancelReason.CLOSED);
  }

  private void abandon(Instant at, CancelReason reason) {
    cancelReplies(EVERYTHING, at, reason);
    clocks.cancel(Metric.RESOLUTION, at, reason);
    waiting.clear();
    answers.clear();
  }

  private void cancelReplies(long seenIntakeSeq, Instant at, CancelReason reason) {
    for (Metric reply : REPLIES) {
      if (awaitsOnlySeen(reply, seenIntakeSeq)) {
        clocks.cancel(reply, at, reason);
      }
    }
  }

  void priorityChanged(CaseFact.PriorityChanged fact) {
    if (fact.escalationId() == null) {
      traits = traits.withPriority(fact.to());
      clocks.reselect(fact.at(), traits);
      startMissing(fact.at());
    }
  }

  void classified(CaseFact.Classified fact) {
    traits = traits.classifiedAs(fact.category(), fact.language());
    clocks.reselect(fact.at(), traits);
    startMissing(fact.at());
  }

  void rebased(CaseFact.Rebased fact) {
    clocks.rebase(fact.at(), traits);
    startMissing(fact.at());
  }

  /** Metrics that had no target before may have one now. */
  private void startMissing(Instant at) {
    if (begunAt == null) {
      return;
    }
    Metric reply = responded ? Metric.NEXT_RESPONSE : Metric.FIRST_RESPONSE;
    waiting.oldest().ifPresent(oldest -> startAsOf(at, reply, oldest, oldest.at()));
    if (status != CaseStatus.RESOLVED) {
      startAsOf(at, Metric.RESOLUTION, null, begunAt);
    }
  }

  private void startAsOf(
      Instant at, Metric metric, @Nullable WaitingMessage awaited, Instant startedAt) {
    if (clocks.find(metric).isEmpty()) {
      clocks.start(metric, awaited, startedAt, at, traits);
      clocks.pause(metric, status, at);
    }
  }

  void overtaken(CaseFact.EscalationOvertaken fact) {
    clocks.all().stream()
        .filter(clock -> clock.alarms().hasRaised(fact.escalationId()))
        .forEach(
            clock -> clocks.replace(clock.logging(clock.alarms().overtaken(fact.escalationId()))));
  }

  void acknowledged(CaseFact.EscalationAcknowledged fact) {
    clocks.all().stream()
        .filter(clock -> clock.alarms().hasRaised(fact.escalationId()))
        .forEach(clock -> clocks.replace(clock.logging(clock.alarms().acknowledgedNow())));
  }
}
