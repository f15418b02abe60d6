package io.casewire.sla.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.kit.paging.Cursor;
import io.casewire.sla.policy.Metric;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A level of an escalation chain that was reached, and what came of it.
 *
 * @param to {@code owner}, {@code lead}, {@code supervisor}, {@code queue:<id>} or an agent's id
 * @param withdrawnAt when the clock had been met after all
 * @param outcome what routing made of it; absent as long as it has not said so
 * @param recipients the agents who were alerted
 * @param reason what the one who acknowledged it has said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Escalation")
public record EscalationItem(
    UUID escalationId,
    UUID caseId,
    String caseNumber,
    UUID clockId,
    @Schema(enumeration = {"firstResponse", "nextResponse", "resolution"}) String metric,
    int level,
    Instant at,
    String to,
    @Schema(enumeration = {"notify", "reassign", "raise-priority"}) String action,
    @Nullable Instant withdrawnAt,
    @Schema(enumeration = {"done", "obsolete", "nobody"}) @Nullable String outcome,
    @Nullable List<String> recipients,
    @Nullable Instant resolvedAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String reason) {

  static EscalationItem of(Row row) {
    return new EscalationItem(
        row.escalationId,
        row.caseId,
        row.caseNumber,
        row.clockId,
        Metric.valueOf(row.metric).wireName(),
        row.level,
        row.raisedAt,
        row.addressee,
        row.action,
        row.withdrawnAt,
        row.outcome,
        row.recipients,
        row.resolvedAt,
        row.acknowledgedBy,
        row.acknowledgedAt,
        row.reason);
  }

  /** A row of {@code escalation}, with its case's number. */
  record Row(
      UUID escalationId,
      UUID caseId,
      String caseNumber,
      UUID clockId,
      String metric,
      int level,
      Instant raisedAt,
      String addressee,
      String action,
      @Nullable Instant withdrawnAt,
      @Nullable String outcome,
      @Nullable List<String> recipients,
      @Nullable Instant resolvedAt,
      @Nullable String acknowledgedBy,
      @Nullable Instant acknowledgedAt,
      @Nullable String reason) {

    Cursor cursor() {
      return Cursor.after(escalationId);
    }
  }
}
