package io.casewire.intake.conversation;

import io.casewire.events.Assurance;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.Category;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Intake's copy of a case. Its row is locked by whoever adds a message or publishes an event. */
@Entity
@Table(name = "customer_case")
class CaseEntity {

  private static final int FIRST_GENERATION = 1;

  @Id UUID id;

  @Column(name = "case_number")
  String caseNumber;

  @Column(name = "customer_id")
  UUID customerId;

  @Column(name = "customer_address")
  @Nullable String customerAddress;

  String channel;

  @Enumerated(EnumType.STRING)
  CaseStatus status;

  @Column(name = "reopen_until")
  @Nullable Instant reopenUntil;

  /** How often it came back from resolved. */
  @Column(name = "reopen_count")
  int reopenCount;

  String subject;

  @Enumerated(EnumType.STRING)
  Category category;

  String language;
  String locale;

  @Column(name = "transaction_ref")
  @Nullable String transactionRef;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "link_generation")
  int linkGeneration = FIRST_GENERATION;

  @Column(name = "continues_case_id")
  @Nullable UUID continuesCaseId;

  /** The case that took up what the customer wrote after this one had ended. */
  @Column(name = "continued_by")
  @Nullable UUID continuedBy;

  @Enumerated(EnumType.STRING)
  Assurance assurance;

  /** The conversation that goes on over this case and others. */
  @Column(name = "thread_id")
  @Nullable UUID threadId;

  /** Which of the thread's cases it is, from 1. */
  @Column(name = "thread_ordinal")
  @Nullable Integer threadOrdinal;

  @Nullable String queue;
  @Nullable String owner;

  @Column(name = "last_position")
  long lastPosition;

  @Column(name = "event_sequence")
  long eventSequence;

  protected CaseEntity() {}

  CaseEntity(UUID id) {
    this.id = id;
  }

  /**
   * Takes over how routing says it stands. What has ended stays so while routing does not know of
   * it: a customer may have closed the case while something else of routing was under way.
   *
   * @return whether that is another status
   */
  boolean follow(CaseStatusChanged change) {
    if (ended(status) && !ended(change.to()) && !ended(change.from())) {
      return false;
    }
    boolean moved = status != change.to();
    status = change.to();
    reopenUntil = change.reopenUntil();
    reopenCount = change.reopenCount();
    return moved;
  }

  /** Whether it is final. */
  private static boolean ended(CaseStatus status) {
    return switch (status) {
      case OPEN, PENDING, RESOLVED -> false;
      case CLOSED, MERGED, SPAM -> true;
    };
  }

  /** The place of the next message of the conversation. */
  long nextPosition() {
    return ++lastPosition;
  }

  /** The number of intake's next event about this case. */
  long nextEventSequence() {
    return ++eventSequence;
  }
}
