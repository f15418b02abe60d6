package io.casewire.intake.conversation;

import io.casewire.events.CaseStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A case's move to another status, at its place in the conversation. */
@Entity
@Table(name = "status_change")
class StatusChangeEntity {

  @EmbeddedId Place place;

  @Enumerated(EnumType.STRING)
  CaseStatus status;

  Instant at;

  protected StatusChangeEntity() {}

  StatusChangeEntity(UUID caseId, long position, CaseStatus status, Instant at) {
    this.place = new Place(caseId, position);
    this.status = status;
    this.at = at;
  }

  /** A place in a conversation. */
  @Embeddable
  record Place(@Column(name = "case_id") UUID caseId, long position) {}
}
