package io.casewire.sla.cases;

import io.casewire.events.Assurance;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What of a case matters to its clocks. Its row is locked by whoever changes them. */
@Entity
@Table(name = "sla_case")
class CaseEntity {

  @Id
  @Column(name = "case_id")
  UUID caseId;

  String channel;

  @Enumerated(EnumType.STRING)
  Category category;

  String language;

  @Enumerated(EnumType.STRING)
  Priority priority;

  @Enumerated(EnumType.STRING)
  Assurance assurance;

  @Enumerated(EnumType.STRING)
  CaseStatus status;

  boolean automatic;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "effective_at")
  Instant effectiveAt;

  protected CaseEntity() {}

  CaseEntity(CaseOpened opened) {
    caseId = opened.caseId();
    channel = opened.channel();
    category = opened.category();
    language = opened.language();
    priority = opened.priority();
    assurance = opened.assurance();
    status = CaseStatus.OPEN;
    automatic = opened.automatic();
    openedAt = opened.receivedAt();
    effectiveAt = opened.effectiveAt();
  }
}
