package io.casewire.routing.life;

import java.util.List;

/** What came of a command. */
public sealed interface Decision {

  /**
   * It is done.
   *
   * @param events what happened, in order; empty when there was nothing to do
   */
  record Accepted(List<LifeEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** It can't be done, and nothing has happened. */
  record Refused(Refusal refusal) implements Decision {}

  /** These events. */
  static Decision of(LifeEvent... events) {
    return new Accepted(List.of(events));
  }

  /** There was nothing to do. */
  static Decision nothing() {
    return new Accepted(List.of());
  }
}
