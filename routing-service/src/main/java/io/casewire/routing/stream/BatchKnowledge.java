package io.casewire.routing.stream;

import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseStatus;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.routing.casework.CaseEntity;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what a batch has to know, and nothing that it can do without. */
@ApplicationScoped
class BatchKnowledge {

  private final Queues queues;
  private final Roster roster;
  private final CaseReader reader;

  BatchKnowledge(Queues queues, Roster roster, CaseReader reader) {
    this.queues = queues;
    this.roster = roster;
    this.reader = reader;
  }

  Uni<Knowledge> gather(Mutiny.Session session, List<Fact> facts, Collection<CaseEntity> cases) {
    List<CaseEscalated> escalations =
        facts.stream()
            .map(Fact::event)
            .filter(CaseEscalated.class::isInstance)
            .map(CaseEscalated.class::cast)
            .toList();
    return people(session, ownersOfReturning(facts, cases), !escalations.isEmpty())
        .chain(
            people ->
                reader
                    .sequencesOf(session, awaited(escalations))
                    .chain(
                        sequences ->
                            reader
                                .answers(session, carried(facts))
                                .chain(
                                    answers ->
                                        queues
                                            .all(session)
                                            .map(
                                                book ->
                                                    new Knowledge(
                                                        book, people, sequences, answers)))));
  }

  /**
   * The owners of cases that a message, or an answer that was lost, may bring back. Their loads are
   * locked, so that giving the cases back takes nobody beyond his capacity.
   */
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

  private static Set<MessageKey> carried(List<Fact> facts) {
    return facts.stream()
        .flatMap(fact -> fact.carriedAnswer().stream())
        .collect(Collectors.toSet());
  }

  private Uni<Map<String, AgentAtWork>> people(
      Mutiny.Session session, Set<String> owners, boolean everybody) {
    return roster
        .lock(session, owners)
        .chain(
            locked ->
                everybody
                    ? roster.everybody(session).map(all -> merge(all, locked))
                    : Uni.createFrom().item(locked));
  }

  private static Map<String, AgentAtWork> merge(
      List<AgentAtWork> all, Map<String, AgentAtWork> locked) {
    Map<String, AgentAtWork> people = new HashMap<>();
    all.forEach(person -> people.put(person.id(), person));
    people.putAll(locked);
    return people;
  }

  private static Set<MessageKey> awaited(List<CaseEscalated> escalations) {
    return escalations.stream()
        .filter(escalation -> escalation.awaitedMessageId() != null)
        .map(escalation -> new MessageKey(escalation.caseId(), escalation.awaitedMessageId()))
        .collect(Collectors.toSet());
  }
}
