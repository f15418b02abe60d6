package io.casewire.kit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The handlers of this service by their topics. */
@ApplicationScoped
public class EventHandlers {

  private final Map<String, EventHandler> byTopic;

  EventHandlers(@All List<EventHandler> handlers) {
    byTopic = handlers.stream().collect(Collectors.toMap(EventHandler::topic, Function.identity()));
  }

  /**
   * The handler of a topic.
   *
   * @throws IllegalArgumentException if this service has none
   */
  public EventHandler of(String topic) {
    EventHandler handler = byTopic.get(topic);
    if (handler == null) {
      throw new IllegalArgumentException("no handler for the events of " + topic);
    }
    return handler;
  }
}
