package io.casewire.intake.conversation;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.EventCodec;
import io.casewire.events.EventType;
import io.casewire.events.MessageRefused;
import io.casewire.events.NotificationSent;
import io.casewire.events.envelope.Cause;
import io.casewire.events.envelope.Topics;
import io.casewire.intake.correspondence.ThreadIds;
import io.casewire.intake.correspondence.ThreadIds.ThreadId;
import io.casewire.intake.mail.MessageId;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps intake's copies of cases in step with the events of routing. */
@ApplicationScoped
class CaseEvents implements EventHandler {

  private static final Set<EventType> CONSUMED =
      Set.of(
          EventType.CASE_QUEUED,
          EventType.CASE_ASSIGNED,
          EventType.CASE_UNASSIGNED,
          EventType.CASE_STATUS_CHANGED,
          EventType.CASE_CLASSIFIED,
          EventType.CASE_AGENT_REPLIED,
          EventType.MESSAGE_REFUSED,
          EventType.NOTIFICATION_SENT);

  private final Cases cases;
  private final CaseContinuation continuation;
  private final ChatDeliveries deliveries;
  private final ThreadEntries entries;
  private final ThreadIds threadIds;

  CaseEvents(
      Cases cases,
      CaseContinuation continuation,
      ChatDeliveries deliveries,
      ThreadEntries entries,
      ThreadIds threadIds) {
    this.cases = cases;
    this.continuation = continuation;
    this.deliveries = deliveries;
    this.entries = entries;
    this.threadIds = threadIds;
  }

  @Override
  public String topic() {
    return Topics.CASE_EVENTS;
  }

  @Override
  public boolean consumes(String type) {
    return EventType.byWireName(type).filter(CONSUMED::contains).isPresent();
  }

  @Override
  public Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events) {
    List<CaseFact> facts = events.stream().map(CaseFact::of).toList();
    return cases
        .lockAll(unitOfWork, concerned(facts))
        .call(locked -> applyAll(locked, facts))
        .call(() -> unitOfWork.session().flush())
        .chain(() -> threadIds.add(unitOfWork, sentMails(facts)));
  }

  private static Set<UUID> concerned(List<CaseFact> facts) {
    return facts.stream()
        .flatMap(fact -> Stream.of(fact.caseId(), whereItBelongs(fact.event())))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static @Nullable UUID whereItBelongs(CaseEvent event) {
    return event instanceof MessageRefused refused ? refused.intoCaseId() : null;
  }

  private Uni<Void> applyAll(Map<UUID, LockedCase> locked, List<CaseFact> facts) {
    return Multi.createFrom()
        .iterable(facts)
        .onItem()
        .transformToUniAndConcatenate(fact -> apply(knownCase(locked, fact), fact))
        .toUni()
        .replaceWithVoid();
  }

  private static List<ThreadId> sentMails(List<CaseFact> facts) {
    return facts.stream()
        .flatMap(
            fact ->
                fact.event() instanceof NotificationSent sent && sent.rfcMessageId() != null
                    ? MessageId.all(sent.rfcMessageId()).stream()
                        .map(id -> new ThreadId(sent.caseId(), id))
                    : Stream.empty())
        .toList();
  }

  private static LockedCase knownCase(Map<UUID, LockedCase> locked, CaseFact fact) {
    LockedCase theCase = locked.get(fact.caseId());
    if (theCase == null) {
      throw new IllegalStateException("no case " + fact.caseId());
    }
    return theCase;
  }

  private Uni<Void> apply(LockedCase theCase, CaseFact fact) {
    CaseEntity row = theCase.row();
    switch (fact.event()) {
      case CaseQueued queued -> {
        row.queue = queued.queue();
        row.owner = null;
      }
      case CaseAssigned assigned -> {
        row.queue = assigned.queue();
        row.owner = assigned.agentId();
      }
      case CaseUnassigned _ -> row.owner = null;
      case CaseStatusChanged changed -> {
        if (row.follow(changed)) {
          entries.add(theCase.unitOfWork(), row, changed.to(), changed.at());
        }
      }
      case CaseClassified classified -> {
        row.category = classified.category();
        row.language = classified.language();
      }
      case CaseAgentReplied reply -> {
        return add(theCase, reply);
      }
      case MessageRefused refused -> {
        return continuation.move(theCase, refused, fact.cause());
      }
      case NotificationSent _ -> {
        // Its mail's id is kept with those of the whole batch.
      }
      default -> throw new IllegalStateException("not consumed: " + EventType.of(fact.event()));
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> add(LockedCase theCase, CaseAgentReplied reply) {
    UnitOfWork unitOfWork = theCase.unitOfWork();
    MessageEntity answer =
        MessageEntity.outgoing(
            reply.messageId(),
            theCase.caseId(),
            theCase.row().nextPosition(),
            MessageEntity.AGENT,
            reply.via(),
            reply.personal().text(),
            reply.at());
    answer.authorName = reply.displayName();
    entries.add(unitOfWork, theCase.row(), answer.id);
    return unitOfWork
        .session()
        .persist(answer)
        .chain(
            () ->
                answer.channel.equals(ChatDeliveries.CHAT)
                    ? deliveries.await(unitOfWork, answer)
                    : Uni.createFrom().voidItem());
  }

  /** An event of a case, and itself as the cause of further events. */
  private record CaseFact(CaseEvent event, Cause cause) {

    static CaseFact of(ReceivedEvent received) {
      EventType type = EventType.byWireName(received.envelope().type()).orElseThrow();
      CaseEvent event = (CaseEvent) EventCodec.decode(type, received.body());
      return new CaseFact(event, Cause.of(received.envelope()));
    }

    UUID caseId() {
      return event.caseId();
    }
  }
}
