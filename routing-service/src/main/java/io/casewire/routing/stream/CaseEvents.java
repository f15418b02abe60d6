package io.casewire.routing.stream;

import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseStatus;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EventType;
import io.casewire.events.envelope.Topics;
import io.casewire.kit.inbox.EventHandler;
import io.casewire.kit.inbox.ReceivedEvent;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseLedger;
import io.casewire.routing.casework.CaseReader;
import io.casewire.routing.casework.MessageKey;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies the stream's events to cases: one batch is one round of locking, deciding in memory, and
 * writing. It only puts cases into queues; the drainer assigns them.
 */
@ApplicationScoped
class CaseEvents implements EventHandler {

  private static final Set<EventType> CONSUMED =
      Set.of(
          EventType.CASE_OPENED,
          EventType.CUSTOMER_MESSAGE_RECEIVED,
          EventType.MESSAGE_MOVED,
          EventType.CASE_CLOSED_BY_CUSTOMER,
          EventType.CASE_RATED,
          EventType.SLA_CLOCK_STARTED,
          EventType.SLA_CLOCK_PAUSED,
          EventType.SLA_CLOCK_RESUMED,
          EventType.SLA_CLOCK_RETARGETED,
          EventType.SLA_CLOCK_MET,
          EventType.SLA_CLOCK_CANCELLED,
          EventType.SLA_BREACHED,
          EventType.SLA_BREACH_WITHDRAWN,
          EventType.CASE_ESCALATED,
          EventType.NOTIFICATION_SENT,
          EventType.NOTIFICATION_FAILED,
          EventType.NOTIFICATION_SUPPRESSED,
          EventType.NOTIFICATION_BOUNCED);

  private final CaseLedger ledger;
  private final CaseReader reader;
  private final Queues queues;
  private final Roster roster;

  CaseEvents(CaseLedger ledger, CaseReader reader, Queues queues, Roster roster) {
    this.ledger = ledger;
    this.reader = reader;
    this.queues = queues;
    this.roster = roster;
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
    List<Fact> facts = events.stream().map(Fact::of).filter(Fact::matters).toList();
    if (facts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<UUID> ids = facts.stream().map(Fact::caseId).collect(Collectors.toSet());
    return ledger
        .lock(unitOfWork.session(), ids)
        .chain(cases -> batch(unitOfWork, facts, cases))
        .invoke(batch -> facts.forEach(fact -> FactRules.follow(batch, fact)))
        .chain(batch -> ledger.write(unitOfWork, batch.work()));
  }

  /** Reads what these facts need and nothing else. */
  private Uni<Batch> batch(UnitOfWork unitOfWork, List<Fact> facts, Map<UUID, CaseEntity> cases) {
    Mutiny.Session session = unitOfWork.session();
    Set<MessageKey> answers = keys(facts, Fact::carriedAnswer);
    return people(session, facts, cases.values())
        .chain(
            people ->
                reader
                    .sequencesOf(session, keys(facts, Fact::awaitedMessage))
                    .chain(
                        sequences ->
                            reader
                                .answers(session, answers)
                                .chain(
                                    known ->
                                        queues
                                            .all(session)
                                            .chain(
                                                book ->
                                                    unitOfWork
                                                        .now()
                                                        .map(
                                                            now ->
                                                                new Batch(
                                                                    book, people, sequences, known,
                                                                    cases, now))))));
  }

  private static Set<MessageKey> keys(
      List<Fact> facts, Function<Fact, Optional<MessageKey>> message) {
    return facts.stream().flatMap(fact -> message.apply(fact).stream()).collect(Collectors.toSet());
  }

  /**
   * The owners of cases that may come back, and for escalations everybody. The owners' loads are
   * locked, so that giving the cases back takes no owner beyond the capacity.
   */
  private Uni<Map<String, AgentAtWork>> people(
      Mutiny.Session session, List<Fact> facts, Collection<CaseEntity> cases) {
    boolean escalates = facts.stream().anyMatch(fact -> fact.event() instanceof CaseEscalated);
    return roster
        .lock(session, ownersOfReturning(facts, cases))
        .chain(
            locked ->
                escalates
                    ? roster.everybody(session).map(all -> merge(all, locked))
                    : Uni.createFrom().item(locked));
  }

  /** The owners of cases that a message, or an answer that was lost, may bring back. */
  private static Set<String> ownersOfReturning(List<Fact> facts, Collection<CaseEntity> cases) {
    Set<UUID> written = casesOf(facts, fact -> fact.event() instanceof CustomerMessageReceived);
    Set<UUID> noticed = casesOf(facts, fact -> fact.carriedAnswer().isPresent());
    return cases.stream()
        .filter(
            theCase ->
                noticed.contains(theCase.id())
                    || written.contains(theCase.id())
                        && theCase.state().status() != CaseStatus.OPEN)
        .map(theCase -> theCase.state().owner())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static Set<UUID> casesOf(List<Fact> facts, Predicate<Fact> wanted) {
    return facts.stream().filter(wanted).map(Fact::caseId).collect(Collectors.toSet());
  }

  private static Map<String, AgentAtWork> merge(
      List<AgentAtWork> all, Map<String, AgentAtWork> locked) {
    Map<String, AgentAtWork> people = new HashMap<>();
    all.forEach(person -> people.put(person.id(), person));
    people.putAll(locked);
    return people;
  }
}
