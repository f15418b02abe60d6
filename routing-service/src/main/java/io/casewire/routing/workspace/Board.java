package io.casewire.routing.workspace;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.casewire.routing.casework.QueueLoad;
import io.casewire.routing.casework.QueueLoads;
import io.casewire.routing.desk.Viewer;
import io.casewire.routing.desk.Viewers;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.roster.QueueBook;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows leads their queues and the people who work on them. */
@ApplicationScoped
class Board {

  private final Transactions transactions;
  private final Viewers viewers;
  private final Queues queues;
  private final QueueLoads loads;
  private final Roster roster;

  Board(
      Transactions transactions, Viewers viewers, Queues queues, QueueLoads loads, Roster roster) {
    this.transactions = transactions;
    this.viewers = viewers;
    this.queues = queues;
    this.loads = loads;
    this.roster = roster;
  }

  Uni<BoardPage> of(Caller caller) {
    return transactions.read(
        session ->
            viewers
                .of(session, caller)
                .chain(
                    viewer ->
                        lines(session, viewer)
                            .chain(
                                lines ->
                                    people(session, viewer)
                                        .map(
                                            people ->
                                                new BoardPage(Me.of(viewer), lines, people)))));
  }

  private Uni<List<QueueLine>> lines(Mutiny.Session session, Viewer viewer) {
    return queues
        .all(session)
        .chain(book -> loads.all(session).map(known -> lines(book, known, viewer.visible())));
  }

  private static List<QueueLine> lines(
      QueueBook book, Map<String, QueueLoad> loads, Visible visible) {
    return book.inOrder().stream()
        .filter(queue -> shows(visible, queue.id()))
        .map(queue -> line(queue, loads))
        .toList();
  }

  private static QueueLine line(Queue queue, Map<String, QueueLoad> loads) {
    QueueLoad load = loads.getOrDefault(queue.id(), QueueLoad.none(queue.id()));
    return new QueueLine(queue.id(), queue.name(), load);
  }

  /** Those who share a queue with him, the ones at work first. */
  private Uni<List<AgentAtWork>> people(Mutiny.Session session, Viewer viewer) {
    Comparator<AgentAtWork> order =
        Comparator.comparing(AgentAtWork::presence).thenComparing(AgentAtWork::id);
    return roster
        .everybody(session)
        .map(
            everybody ->
                everybody.stream()
                    .filter(agent -> agent.agent().active())
                    .filter(
                        agent ->
                            agent.agent().queues().stream()
                                .anyMatch(queue -> shows(viewer.visible(), queue)))
                    .sorted(order)
                    .toList());
  }

  private static boolean shows(Visible visible, String queue) {
    return switch (visible) {
      case Visible.All() -> true;
      case Visible.Own own -> own.queues().contains(queue);
      case Visible.Nothing() -> false;
    };
  }
}
