package io.casewire.routing.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.events.CaseStatus;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as staff see it.
 *
 * @param owner agent id; null while nobody owns it
 * @param tags none in this version
 * @param transactionRef the payment that the customer named last
 * @param continuesCaseId the closed case that this one takes up
 * @param possiblyRelatedCaseId a case that the customer mentioned without proof that it is his
 * @param closedBy who ended it: an agent's id, {@code customer} or {@code system}
 * @param dueAt the earliest deadline of its running clocks
 * @param timeline what happened to it, oldest first; absent in lists
 */
public record CaseItem(
    UUID caseId,
    String caseNumber,
    CaseStatus status,
    @Nullable String owner,
    String queue,
    Priority priority,
    Category category,
    String language,
    String channel,
    String subject,
    Customer customer,
    List<String> tags,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String transactionRef,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID continuesCaseId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID possiblyRelatedCaseId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String closedBy,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant dueAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant wakeAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant reopenUntil,
    int reopenCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TimelineItem> timeline) {

  static CaseItem of(CaseEntity theCase, @Nullable List<TimelineItem> timeline) {
    return new CaseItem(
        theCase.id,
        theCase.caseNumber,
        theCase.status,
        theCase.owner,
        theCase.queue,
        theCase.priority,
        theCase.category,
        theCase.language,
        theCase.channel,
        theCase.subject,
        new Customer(theCase.customerId, theCase.customerName, theCase.customerAddress),
        List.of(),
        theCase.transactionRef,
        theCase.continuesCaseId,
        theCase.possiblyRelatedCaseId,
        theCase.closedBy,
        theCase.openedAt,
        theCase.updatedAt,
        theCase.dueAt,
        theCase.wakeAt,
        theCase.reopenUntil,
        theCase.reopenCount,
        timeline);
  }

  /** Who wrote. */
  public record Customer(UUID customerId, @Nullable String name, @Nullable String email) {}
}
