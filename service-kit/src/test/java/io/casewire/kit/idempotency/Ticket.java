package io.casewire.kit.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What a request creates. */
@Entity
public class Ticket {

  @Id UUID id;
  String subject;

  protected Ticket() {}

  Ticket(UUID id, String subject) {
    this.id = id;
    this.subject = subject;
  }
}
