package io.casewire.routing.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.routing.directory.Queue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the queues. */
@ApplicationScoped
public class Queues {

  private final ObjectMapper json;

  Queues(ObjectMapper json) {
    this.json = json;
  }

  /** All queues as they are defined now. */
  public Uni<QueueBook> all(Mutiny.Session session) {
    return session
        .createSelectionQuery("from QueueEntity", QueueEntity.class)
        .setReadOnly(true)
        .getResultList()
        .map(queues -> new QueueBook(queues.stream().map(this::read).toList()));
  }

  QueueBody body(QueueEntity entity) {
    try {
      return json.readValue(entity.definition, QueueBody.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the definition of queue " + entity.id + " is broken", e);
    }
  }

  String write(QueueBody body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a definition always has a JSON form", e);
    }
  }

  private Queue read(QueueEntity entity) {
    return body(entity).toQueue(entity.id, entity.version);
  }
}
