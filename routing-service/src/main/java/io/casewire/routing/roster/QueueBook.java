package io.casewire.routing.roster;

import io.casewire.routing.directory.CaseFacts;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.QueueSelection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All queues as they were at one moment. */
public final class QueueBook {

  private final Map<String, Queue> byId;

  QueueBook(List<Queue> queues) {
    byId = queues.stream().collect(Collectors.toMap(Queue::id, Function.identity()));
  }

  /** The queue with this id, if there is one. */
  public Optional<Queue> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The queue that a case belongs to; queues are never removed. */
  public Queue of(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no queue " + id));
  }

  /** All queues in the order in which they are tried. */
  public List<Queue> inOrder() {
    return byId.values().stream()
        .sorted(Comparator.comparingInt(Queue::order).thenComparing(Queue::id))
        .toList();
  }

  /** The queue that takes a case with these facts. */
  public Queue fitting(CaseFacts facts) {
    return QueueSelection.firstMatching(byId.values(), facts);
  }
}
