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

/** Intake's copy of a case. Changes go through {@link LockedCase}. */
@Entity
@Table(name = "customer_case")
class CaseEntity {

  /** The position of a case's first message. */
  static final long FIRST = 1;

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

  /** How often it was reopened after it had been resolved. */
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

  /** The case that took the customer's next message after this one had ended. */
  @Column(name = "continued_by")
  @Nullable UUID continuedBy;

  @Enumerated(EnumType.STRING)
  Assurance assurance;

  /** The conversation of several cases that this one is part of. */
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
   * Whether the case takes a message of its customer, as far as intake knows. Routing judges by the
   * same rule when the message reaches it; a message that routing refuses is moved ({@link
   * CaseContinuation}).
   *
   * @param automatic whether a machine wrote it: such a message stays, since it must open no case
   * @param receivedAt a resolved case takes it until its window ends, that instant included
   */
  boolean admits(boolean automatic, Instant receivedAt) {
    return automatic
        || switch (status) {
          case OPEN, PENDING -> true;
          case RESOLVED -> reopenUntil != null && !receivedAt.isAfter(reopenUntil);
          case CLOSED, MERGED, SPAM -> false;
        };
  }

  /** Whether this is the case's id or number. */
  boolean isNamed(String idOrNumber) {
    return idOrNumber.equals(caseNumber) || idOrNumber.equalsIgnoreCase(id.toString());
  }

  /**
   * Takes over the status that routing publishes. A case that its customer has closed stays closed
   * until routing knows of that: an earlier change of routing may still arrive.
   *
   * @return whether the status is another one now
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
