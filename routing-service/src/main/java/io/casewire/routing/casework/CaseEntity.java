package io.casewire.routing.casework;

import io.casewire.events.Assurance;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.Priority;
import io.casewire.routing.assignment.WaitingCase;
import io.casewire.routing.directory.CaseFacts;
import io.casewire.routing.life.CaseState;
import io.casewire.routing.life.Label;
import io.casewire.routing.life.Phase;
import io.casewire.routing.life.Place;
import io.casewire.routing.life.Reading;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as it is kept. Its row is locked by whoever changes it or publishes an event about it. */
@Entity
@Table(name = "routing_case")
public class CaseEntity {

  @Id UUID id;

  @Column(name = "case_number")
  String caseNumber;

  @Enumerated(EnumType.STRING)
  CaseStatus status;

  @Nullable String owner;
  String queue;

  @Enumerated(EnumType.STRING)
  Priority priority;

  @Enumerated(EnumType.STRING)
  Category category;

  String language;
  String channel;

  @Column(name = "reply_channel")
  String replyChannel;

  @Enumerated(EnumType.STRING)
  Assurance assurance;

  String subject;

  @Column(name = "customer_id")
  UUID customerId;

  @Column(name = "customer_name")
  @Nullable String customerName;

  @Column(name = "customer_address")
  @Nullable String customerAddress;

  @Column(name = "transaction_ref")
  @Nullable String transactionRef;

  @Column(name = "continues_case_id")
  @Nullable UUID continuesCaseId;

  @Column(name = "possibly_related_case_id")
  @Nullable UUID possiblyRelatedCaseId;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "waiting_since")
  Instant waitingSince;

  @Column(name = "wake_at")
  @Nullable Instant wakeAt;

  @Column(name = "reopen_until")
  @Nullable Instant reopenUntil;

  @Column(name = "reopen_count")
  int reopenCount;

  @Column(name = "closed_by")
  @Nullable String closedBy;

  @Column(name = "seen_intake_seq")
  long seenIntakeSeq;

  @Column(name = "answered_intake_seq")
  long answeredIntakeSeq;

  String deadlines = "";

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column(name = "held_units")
  int heldUnits;

  @Column(name = "correlation_id")
  String correlationId;

  @Column(name = "overtaking_seq")
  long overtakingSeq;

  @Column(name = "event_sequence")
  long eventSequence;

  @Version long version;

  protected CaseEntity() {}

  /** A case that has just been opened; {@link #become} puts it into a queue. */
  public CaseEntity(CaseOpened opened, String subject) {
    id = opened.caseId();
    caseNumber = opened.caseNumber();
    channel = opened.channel();
    replyChannel = opened.channel();
    assurance = opened.assurance();
    this.subject = subject;
    customerId = opened.customerId();
    customerName = opened.personal().customerName();
    customerAddress = opened.personal().from();
    transactionRef = opened.transactionRef();
    continuesCaseId = opened.continuesCaseId();
    possiblyRelatedCaseId = opened.possiblyRelatedCaseId();
    openedAt = opened.receivedAt();
    updatedAt = opened.receivedAt();
  }

  /** The case's id. */
  public UUID id() {
    return id;
  }

  /** Names the outside request that last moved it, for what follows from that later. */
  public String correlationId() {
    return correlationId;
  }

  /** The channel it came through; its weight is counted by this one. */
  public String channel() {
    return channel;
  }

  /** The sequence of the last event of ours that overtakes a decision about the case's urgency. */
  public long overtakingSeq() {
    return overtakingSeq;
  }

  /** Changes with every change of the case; for clients to notice that they are late. */
  public long version() {
    return version;
  }

  /** The case as staff see it in a list. */
  public CaseItem item() {
    return CaseItem.of(this, null);
  }

  /** All that decides what may happen to it. */
  public CaseState state() {
    return new CaseState(
        Phase.of(status, reopenUntil, wakeAt, Occasion.CUSTOMER.equals(closedBy)),
        new Place(owner, queue, waitingSince),
        new Label(priority, category, language),
        new Reading(seenIntakeSeq, answeredIntakeSeq),
        reopenCount);
  }

  /** All that decides which queue takes it. */
  public CaseFacts facts() {
    return new CaseFacts(category, language, channel, priority, assurance);
  }

  /** The case as the planner sees it. */
  public WaitingCase waiting(Set<String> declinedBy) {
    return new WaitingCase(id, priority, dueAt, waitingSince, language, channel, declinedBy);
  }

  /** Takes over another state. */
  public void become(CaseState state) {
    status = state.status();
    wakeAt = state.phase() instanceof Phase.Pending pending ? pending.wakeAt() : null;
    reopenUntil = state.phase() instanceof Phase.Resolved resolved ? resolved.reopenUntil() : null;
    owner = state.owner();
    queue = state.place().queue();
    waitingSince = state.place().waitingSince();
    priority = state.label().priority();
    category = state.label().category();
    language = state.label().language();
    seenIntakeSeq = state.reading().seen();
    answeredIntakeSeq = state.reading().answered();
    reopenCount = state.reopenCount();
  }

  /** Takes over what a later message says about the case; what it does not name stays. */
  void learn(CustomerMessageReceived message) {
    transactionRef = message.transactionRef() == null ? transactionRef : message.transactionRef();
    possiblyRelatedCaseId =
        message.possiblyRelatedCaseId() == null
            ? possiblyRelatedCaseId
            : message.possiblyRelatedCaseId();
  }

  /** The customer wrote last through this channel: answers go the same way. */
  public void answerThrough(String customersChannel) {
    replyChannel = customersChannel;
  }

  /** A clock runs towards this instant. */
  public void due(UUID clock, Instant at) {
    keep(Deadlines.parse(deadlines).with(clock, at));
  }

  /** A clock does not run any more. */
  public void notDue(UUID clock) {
    keep(Deadlines.parse(deadlines).without(clock));
  }

  /** Whether a clock runs towards an instant. */
  public boolean isDue(UUID clock) {
    return Deadlines.parse(deadlines).byClock().containsKey(clock);
  }

  private void keep(Deadlines changed) {
    deadlines = changed.text();
    dueAt = changed.earliest().orElse(null);
  }
}
