package io.casewire.routing.casework;

import io.casewire.events.AssignmentReason;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseRated;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.Publication;
import io.casewire.events.envelope.OutgoingEvent;
import io.casewire.kit.id.Ids;
import io.casewire.kit.timer.DueTimer;
import io.casewire.routing.assignment.RoutingDecision;
import io.casewire.routing.assignment.Trigger;
import io.casewire.routing.casework.TimelineItem.Undelivered;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.LifeEvent;
import io.casewire.routing.life.OwnerState;
import io.casewire.routing.life.Phase;
import io.casewire.routing.life.Sight;
import io.casewire.routing.life.SystemCommand;
import io.casewire.routing.life.SystemMoves;
import io.casewire.routing.life.UnassignReason;
import io.casewire.routing.roster.QueueBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction does to locked cases: gathered in memory, then written by {@link CaseLedger}
 * in as few statements as possible, however many cases it is about.
 */
public final class CaseWork {

  final List<CaseEntity> opened = new ArrayList<>();
  final List<OutgoingEvent> outgoing = new ArrayList<>();
  final List<Map.Entry<UUID, TimelineItem>> timeline = new ArrayList<>();
  final List<TextEntry> texts = new ArrayList<>();
  final List<RoutingDecision> decisions = new ArrayList<>();
  final List<Declined> declined = new ArrayList<>();
  final Map<MessageKey, Optional<Undelivered>> answers = new LinkedHashMap<>();
  final List<DueTimer> timers = new ArrayList<>();
  final Map<String, Integer> loads = new HashMap<>();
  final Map<UUID, CaseChange> changes = new LinkedHashMap<>();
  boolean wakesDrainer;
  Instant latest = Instant.EPOCH;

  private final QueueBook queues;
  private final Map<String, AgentAtWork> people;

  /**
   * @param people by id: at least the writers, and everybody to whom a case can go unplanned
   */
  public CaseWork(QueueBook queues, Map<String, AgentAtWork> people) {
    this.queues = queues;
    this.people = people;
  }

  /** A new case is to be kept. */
  public void open(CaseEntity theCase) {
    opened.add(theCase);
  }

  /** Carries out a command that no member of staff has given. */
  public void carryOut(CaseEntity theCase, SystemCommand command, Occasion occasion) {
    apply(theCase, SystemMoves.decide(theCase.state(), command), occasion);
  }

  /** Carries out a planned assignment; the agent's load was claimed for it before. */
  public void carryOut(CaseEntity theCase, RoutingDecision planned, Occasion occasion) {
    SystemCommand command =
        new SystemCommand.AssignAsPlanned(planned.chosenAgent().orElseThrow(), planned.queue());
    apply(theCase, SystemMoves.decide(theCase.state(), command), occasion, planned);
  }

  /**
   * Carries out an escalation; those that were decided together with it are not overtaken by it.
   */
  public void escalate(CaseEntity theCase, SystemCommand command, Occasion occasion) {
    long overtakenBefore = theCase.overtakingSeq;
    carryOut(theCase, command, occasion);
    theCase.overtakingSeq = overtakenBefore;
  }

  /** Lets these events happen to a case. */
  public void apply(CaseEntity theCase, List<LifeEvent> events, Occasion occasion) {
    apply(theCase, events, occasion, null);
  }

  /** Publishes a fact that is no event of the case's life. */
  public void publish(CaseEntity theCase, CaseEvent event, Occasion occasion) {
    UUID eventId = Ids.next();
    outgoing.add(
        Publication.of(
            event,
            theCase.customerId,
            eventId,
            ++theCase.eventSequence,
            occasion.at(),
            occasion.cause()));
    tell(theCase, eventId, event, occasion);
  }

  /** Puts an event, of whatever service, into the case's timeline. */
  public void tell(CaseEntity theCase, UUID eventId, CaseEvent event, Occasion occasion) {
    timeline.add(Map.entry(theCase.id, TimelineItem.of(eventId, event, occasion)));
    theCase.updatedAt = occasion.at();
    touch(theCase);
  }

  /** Those who see the case now are to be told that it has changed. */
  public void touch(CaseEntity theCase) {
    Set<String> owners = theCase.owner == null ? Set.of() : Set.of(theCase.owner);
    changes.merge(
        theCase.id, new CaseChange(theCase.id, owners, Set.of(theCase.queue)), CaseChange::and);
  }

  /** Keeps what the customer wrote in the message that opened the case. */
  public void customerWrote(CaseEntity theCase, CaseOpened opened, long intakeSeq) {
    texts.add(TextEntry.of(opened, theCase.subject, intakeSeq));
  }

  /** Keeps what the customer wrote. */
  public void customerWrote(CaseEntity theCase, CustomerMessageReceived message, long intakeSeq) {
    theCase.learn(message);
    texts.add(TextEntry.of(message, theCase.subject, intakeSeq));
  }

  /** Keeps what the customer said about the case, if anything. */
  public void customerRated(CaseRated rated, UUID eventId, long intakeSeq) {
    String comment = rated.personal().comment();
    if (comment != null && !comment.isBlank()) {
      texts.add(TextEntry.of(rated, eventId, comment, intakeSeq));
    }
  }

  /** An answer that was lost has reached the customer after all. */
  public void answerArrived(CaseEntity theCase, UUID messageId) {
    answers.put(new MessageKey(theCase.id, messageId), Optional.empty());
  }

  /** What the owner can do about the case, with all that this work gives to the owner. */
  public OwnerState ownerOf(CaseEntity theCase) {
    CaseState state = theCase.state();
    Optional<AgentAtWork> owner = Optional.ofNullable(state.owner()).map(people::get);
    int weight = queues.of(state.place().queue()).weightOf(theCase.channel);
    return OwnerState.of(
        state,
        owner,
        owner.filter(agent -> agent.hasRoomFor(weight + loadChange(agent.id()))).isPresent());
  }

  private int loadChange(String agentId) {
    return loads.getOrDefault(agentId, 0);
  }

  /** The sequence of a message that came in this transaction. */
  public Optional<Long> sequenceOf(MessageKey message) {
    return texts.stream()
        .filter(text -> text.caseId().equals(message.caseId()))
        .filter(text -> text.id().equals(message.messageId()))
        .map(TextEntry::intakeSeq)
        .findFirst();
  }

  private void apply(
      CaseEntity theCase,
      List<LifeEvent> events,
      Occasion occasion,
      @Nullable RoutingDecision planned) {
    CaseState before = theCase.state();
    CaseState state = before;
    for (LifeEvent event : events) {
      state = state.after(List.of(event));
      UUID decisionId = follow(theCase, state, event, occasion, planned);
      StreamFacts.of(theCase, state, event, occasion.at(), decisionId, this::nameOf)
          .ifPresent(fact -> publish(theCase, fact, occasion));
      if (Sight.isOvertakenBy(event)) {
        theCase.overtakingSeq = theCase.eventSequence;
      }
    }
    theCase.become(state);
    touch(theCase);
    theCase.correlationId = occasion.cause().correlationId();
    count(theCase, before, state, planned != null);
    latest = occasion.at().isAfter(latest) ? occasion.at() : latest;
  }

  private @Nullable UUID follow(
      CaseEntity theCase,
      CaseState state,
      LifeEvent event,
      Occasion occasion,
      @Nullable RoutingDecision planned) {
    switch (event) {
      case LifeEvent.Assigned e -> {
        RoutingDecision decision =
            planned == null ? unplanned(theCase, state, e, occasion) : planned;
        decisions.add(decision);
        return decision.decisionId();
      }
      case LifeEvent.StatusChanged e -> {
        theCase.closedBy = e.to() instanceof Phase.Ended ? occasion.actor() : null;
        CaseTimers.of(theCase.id, e.to()).ifPresent(timers::add);
      }
      case LifeEvent.AnswerLost e ->
          answers.put(
              new MessageKey(theCase.id, e.messageId()),
              Optional.of(new Undelivered(e.outcome().wireName(), e.reason(), occasion.at())));
      case LifeEvent.Replied e -> texts.add(TextEntry.ofStaff(e.messageId(), theCase.id, e.text()));
      case LifeEvent.NoteAdded e -> texts.add(TextEntry.ofStaff(e.noteId(), theCase.id, e.text()));
      case LifeEvent.Queued _ -> wakesDrainer = true;
      case LifeEvent.Unassigned e when e.why() == UnassignReason.DECLINED ->
          declined.add(new Declined(theCase.id, e.agentId()));
      default -> {}
    }
    return null;
  }

  private RoutingDecision unplanned(
      CaseEntity theCase, CaseState state, LifeEvent.Assigned event, Occasion occasion) {
    return RoutingDecision.unplanned(
        Ids.next(),
        occasion.at(),
        theCase.id,
        trigger(event.why()),
        queues.of(state.place().queue()),
        person(event.agentId()));
  }

  private AgentAtWork person(String agentId) {
    return Optional.ofNullable(people.get(agentId))
        .orElseThrow(() -> new IllegalStateException("no agent " + agentId));
  }

  /** The name under which customers see an agent. */
  private String nameOf(String agentId) {
    return person(agentId).agent().name();
  }

  private static Trigger trigger(AssignmentReason why) {
    return switch (why) {
      case CAPACITY -> Trigger.QUEUE;
      case MANUAL -> Trigger.MANUAL;
      case ESCALATION -> Trigger.ESCALATION;
      case STICKY -> Trigger.REOPENED;
    };
  }

  /** Moves the case's units from one owner to the other. What it cost at first it costs on. */
  private void count(CaseEntity theCase, CaseState before, CaseState after, boolean claimed) {
    int held = theCase.heldUnits;
    boolean stays =
        held > 0
            && after.place().owner() != null
            && after.place().owner().equals(before.place().owner());
    int holds =
        !after.occupiesItsOwner()
            ? 0
            : stays ? held : queues.of(after.place().queue()).weightOf(theCase.channel);
    add(before.owner(), -held);
    if (!claimed) {
      add(after.owner(), holds);
    }
    theCase.heldUnits = holds;
  }

  private void add(@Nullable String agentId, int units) {
    if (agentId != null && units != 0) {
      loads.merge(agentId, units, Integer::sum);
      wakesDrainer = wakesDrainer || units < 0;
    }
  }

  /** Somebody gave a case back. */
  record Declined(UUID caseId, String agentId) {}
}
