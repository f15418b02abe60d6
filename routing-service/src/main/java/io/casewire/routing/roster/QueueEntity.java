package io.casewire.routing.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A queue as it was last defined: {@link QueueBody} as JSON. */
@Entity
@Table(name = "queue")
class QueueEntity {

  @Id String id;
  long version;
  String definition;

  @Column(name = "event_sequence")
  long eventSequence;

  protected QueueEntity() {}

  QueueEntity(String id) {
    this.id = id;
  }

  void define(String json) {
    version++;
    definition = json;
  }
}
