package io.casewire.routing.roster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which version of a queue is the current one; what it says is in {@link Queues#STORE}. */
@Entity
@Table(name = "queue")
class QueueEntity {

  @Id String id;
  long version;

  @Column(name = "event_sequence")
  long eventSequence;

  protected QueueEntity() {}

  QueueEntity(String id) {
    this.id = id;
  }
}
