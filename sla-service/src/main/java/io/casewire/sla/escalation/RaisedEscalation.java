package io.casewire.sla.escalation;

import java.util.UUID;

/**
 * A level that a clock has reached, and the id it was published under.
 *
 * @param overtaken whether routing carried nothing of it out, since it had been decided without a
 *     change of the case
 */
public record RaisedEscalation(int level, UUID escalationId, boolean overtaken) {

  public RaisedEscalation(int level, UUID escalationId) {
    this(level, escalationId, false);
  }

  public RaisedEscalation overtakenNow() {
    return new RaisedEscalation(level, escalationId, true);
  }
}
