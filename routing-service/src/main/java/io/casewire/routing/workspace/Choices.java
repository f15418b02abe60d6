package io.casewire.routing.workspace;

import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.life.Act;
import io.casewire.routing.life.Place;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds to whom and where a case can be given, for those who may give it. */
@ApplicationScoped
class Choices {

  private static final Comparator<AgentAtWork> THOSE_WITH_TIME_FIRST =
      Comparator.comparing(AgentAtWork::presence)
          .thenComparing(agent -> agent.load() - agent.agent().capacity())
          .thenComparing(AgentAtWork::id);

  private final Roster roster;
  private final Queues queues;

  Choices(Roster roster, Queues queues) {
    this.roster = roster;
    this.queues = queues;
  }

  /** Those who work on the case's queue, but do not own it, and the queues that it is not in. */
  Uni<Found> of(Mutiny.Session session, CaseEntity theCase, Set<Act> acts) {
    String queue = theCase.state().place().queue();
    return people(session, theCase, acts)
        .chain(people -> queues(session, queue, acts).map(others -> new Found(people, others)));
  }

  private Uni<List<AgentAtWork>> people(Mutiny.Session session, CaseEntity theCase, Set<Act> acts) {
    Place place = theCase.state().place();
    return acts.contains(Act.GIVE)
        ? roster
            .everybodyOf(session, place.queue())
            .map(
                all ->
                    all.stream()
                        .filter(agent -> agent.agent().active())
                        .filter(agent -> !agent.id().equals(place.owner()))
                        .sorted(THOSE_WITH_TIME_FIRST)
                        .toList())
        : Uni.createFrom().item(List.of());
  }

  private Uni<List<String>> queues(Mutiny.Session session, String queue, Set<Act> acts) {
    return acts.contains(Act.ENQUEUE)
        ? queues
            .all(session)
            .map(
                book ->
                    book.inOrder().stream().map(Queue::id).filter(id -> !id.equals(queue)).toList())
        : Uni.createFrom().item(List.of());
  }

  record Found(List<AgentAtWork> people, List<String> queues) {}
}
