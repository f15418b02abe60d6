package io.casewire.intake.conversation;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseClassified;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseQueued;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CaseUnassigned;
import io.casewire.events.EventType;
import io.casewire.events.MessageRefused;
import io.casewire.events.NotificationSent;
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

/** Keeps intake's copies of cases in step with what routing says of them. */
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

  private final MessageMoves moves;
  private final ChatDeliveries deliveries;
  private final ThreadEntries entries;
  private final ThreadIds threadIds;

  CaseEvents(
      MessageMoves moves, ChatDeliveries deliveries, ThreadEntries entries, ThreadIds threadIds) {
    this.moves = moves;
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
    return CaseLocks.all(unitOfWork.session(), concerned(facts))
        .call(cases -> applyAll(unitOfWork, cases, facts))
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

  private Uni<Void> applyAll(
      UnitOfWork unitOfWork, Map<UUID, CaseEntity> cases, List<CaseFact> facts) {
    return Multi.createFrom()
        .iterable(facts)
        .onItem()
        .transformToUniAndConcatenate(fact -> apply(unitOfWork, knownCase(cases, fact), fact))
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

  private static CaseEntity knownCase(Map<UUID, CaseEntity> cases, CaseFact fact) {
    CaseEntity entity = cases.get(fact.caseId());
    if (entity == null) {
      throw new IllegalStateException("no case " + fact.caseId());
    }
    return entity;
  }

  private Uni<Void> apply(UnitOfWork unitOfWork, CaseEntity entity, CaseFact fact) {
    switch (fact.event()) {
      case CaseQueued queued -> {
        entity.queue = queued.queue();
        entity.owner = null;
      }
      case CaseAssigned assigned -> {
        entity.queue = assigned.queue();
        entity.owner = assigned.agentId();
      }
      case CaseUnassigned _ -> entity.owner = null;
      case CaseStatusChanged changed -> {
        if (entity.follow(changed)) {
          entries.add(unitOfWork, entity, changed.to(), changed.at());
        }
      }
      case CaseClassified classified -> {
        entity.category = classified.category();
        entity.language = classified.language();
      }
      case CaseAgentReplied reply -> {
        MessageEntity answer = agentMessage(entity, reply);
        entries.add(unitOfWork, entity, answer.id);
        return unitOfWork
            .session()
            .persist(answer)
            .chain(() -> awaitConfirmation(unitOfWork, answer));
      }
      case MessageRefused refused -> {
        return moves.move(unitOfWork, entity, refused, fact.cause());
      }
      case NotificationSent _ -> {
        // Its mail's id is kept with those of the whole batch.
      }
      default -> throw new IllegalStateException("not consumed: " + EventType.of(fact.event()));
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> awaitConfirmation(UnitOfWork unitOfWork, MessageEntity answer) {
    return answer.channel.equals(ChatConversations.CHAT)
        ? deliveries.await(unitOfWork, answer)
        : Uni.createFrom().voidItem();
  }

  private static MessageEntity agentMessage(CaseEntity entity, CaseAgentReplied reply) {
    MessageEntity message = new MessageEntity(reply.messageId(), entity.id, entity.nextPosition());
    message.author = "agent";
    message.authorName = reply.displayName();
    message.channel = reply.via();
    message.text = reply.personal().text();
    message.sentAt = reply.at();
    message.receivedAt = reply.at();
    return message;
  }
}
