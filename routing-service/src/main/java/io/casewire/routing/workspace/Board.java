package io.casewire.routing.workspace;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.casewire.routing.casework.QueueLoads;
import io.casewire.routing.casework.QueueLoads.QueueLoad;
import io.casewire.routing.desk.Viewer;
import io.casewire.routing.desk.Viewers;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  Uni<TemplateInstance> of(Caller caller) {
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
                                                DeskTemplates.boardPage(viewer, lines, people)))));
  }

  private Uni<List<QueueLine>> lines(Mutiny.Session session, Viewer viewer) {
    return queues
        .all(session)
        .map(book -> book.inOrder().stream().filter(queue -> shows(viewer.visible(), queue.id())))
        .map(Stream::toList)
        .chain(
            shown ->
                loads
                    .of(session, shown.stream().map(Queue::id).toList())
                    .map(known -> shown.stream().map(queue -> line(queue, known)).toList()));
  }

  private static QueueLine line(Queue queue, Map<String, QueueLoad> loads) {
    return new QueueLine(queue.id(), queue.name(), loads.get(queue.id()));
  }

  /** The agents who share a queue with the viewer, those at work first. */
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

  /** A queue on the board. */
  public record QueueLine(String id, String name, QueueLoad load) {

    /** A count of the load for people. */
    public String count(long number) {
      return number > QueueLoad.MOST_COUNTED ? QueueLoad.MOST_COUNTED + "+" : Long.toString(number);
    }
  }
}
