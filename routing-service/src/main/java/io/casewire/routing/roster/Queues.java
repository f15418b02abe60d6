package io.casewire.routing.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.definition.DefinitionStore;
import io.casewire.kit.definition.DefinitionStore.Key;
import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.routing.directory.Queue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the queues. */
@ApplicationScoped
public class Queues {

  static final DefinitionStore STORE = new DefinitionStore("queue");

  private static final int MOST_CACHED = 1_000;

  private static final String CURRENT = "select id, version from queue";

  private final ObjectMapper json;

  /** A version says the same for ever, so that any replica may keep what it has read. */
  private final Map<Key, Queue> cached = new ConcurrentHashMap<>();

  Queues(ObjectMapper json) {
    this.json = json;
  }

  /** All queues as they are defined now. */
  public Uni<QueueBook> all(Mutiny.Session session) {
    return PlainStatement.of(session, CURRENT)
        .rows()
        .map(rows -> rows.stream().map(Queues::key).toList())
        .call(current -> read(session, current))
        .map(current -> new QueueBook(current.stream().map(cached::get).toList()));
  }

  private Uni<Void> read(Mutiny.Session session, List<Key> current) {
    List<Key> missing = current.stream().filter(key -> !cached.containsKey(key)).toList();
    if (missing.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (cached.size() > MOST_CACHED) {
      cached.keySet().retainAll(current);
    }
    return STORE
        .find(session, missing)
        .invoke(found -> found.forEach(this::keep))
        .replaceWithVoid();
  }

  private void keep(DefinitionVersion stored) {
    cached.put(
        new Key(stored.id(), stored.version()),
        body(stored).toQueue(stored.id(), stored.version()));
  }

  private static Key key(Object[] row) {
    return new Key((String) row[0], ((Number) row[1]).longValue());
  }

  QueueBody body(DefinitionVersion stored) {
    try {
      return json.readValue(stored.definition(), QueueBody.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the definition of queue " + stored.id() + " is broken", e);
    }
  }

  String write(QueueBody body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a definition always has a JSON form", e);
    }
  }
}
