package io.casewire.acceptance.audit;

import io.casewire.acceptance.load.AcceptedCase;
import io.casewire.acceptance.stack.LocalStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Proves that nothing was lost: every request that was answered with success is exactly one case in
 * all four stores, and everything that must be true of a case is.
 *
 * <p>It waits for nothing; whoever calls it gives the stack time to come to rest before.
 */
public final class Audit {

  private static final int SHOWN = 5;
  private static final List<String> SERVICES = List.of("intake", "routing", "sla", "notification");

  private static final Map<String, String> MISSING =
      Map.of(
          "intake", "customer_case where id",
          "routing", "routing_case where id",
          "sla", "sla_case where case_id",
          "notification", "case_file where case_id");

  private final Databases databases;
  private final StreamOrder stream;

  private Audit(Databases databases, StreamOrder stream) {
    this.databases = databases;
    this.stream = stream;
  }

  /** The audit of the local stack. */
  public static Audit of(LocalStack stack) {
    return new Audit(
        new Databases(stack.portOf("postgres")),
        new StreamOrder("127.0.0.1:" + stack.portOf("kafka")));
  }

  /** Asks every question. */
  public AuditReport run(List<AcceptedCase> accepted) {
    UUID[] ids = accepted.stream().map(AcceptedCase::caseId).toArray(UUID[]::new);
    List<Finding> findings = new ArrayList<>();
    findings.add(doubled(accepted));
    SERVICES.forEach(service -> findings.add(missing(service, ids)));
    findings.add(ownerOrQueue());
    findings.add(oneAcknowledgement(ids));
    findings.add(distinctMessageIds());
    SERVICES.forEach(service -> findings.add(parked(service)));
    SERVICES.forEach(service -> findings.add(unsent(service)));
    findings.add(stream.check());
    return new AuditReport(accepted.size(), findings);
  }

  private static Finding doubled(List<AcceptedCase> accepted) {
    long distinct = accepted.stream().map(AcceptedCase::caseId).distinct().count();
    return new Finding(
        "every answer names a case of its own", accepted.size() - distinct, List.of());
  }

  private Finding missing(String service, UUID[] ids) {
    return finding(
        "every accepted case is one case in " + service,
        service,
        "select id from unnest(?) id where (select count(*) from %s = id.id) <> 1"
            .replace("unnest(?) id", "unnest(?) as id(id)")
            .formatted(MISSING.get(service)),
        (Object) ids);
  }

  /** An owner, or a place in a queue: a case is never in neither and never in both. */
  private Finding ownerOrQueue() {
    return finding(
        "every open case has an owner or a queue",
        "routing",
        "select id from routing_case where status = 'OPEN' and owner is null and queue = ''");
  }

  private Finding oneAcknowledgement(UUID[] ids) {
    return finding(
        "every accepted case has one acknowledgement decision",
        "notification",
        """
        select id from unnest(?) as id(id) where (select count(*) from delivery
          where case_id = id.id and template = 'case-acknowledged') <> 1
        """,
        (Object) ids);
  }

  private Finding distinctMessageIds() {
    return finding(
        "Message-IDs are distinct",
        "notification",
        """
        select rfc_message_id from delivery where rfc_message_id is not null
        group by 1 having count(*) > 1
        """);
  }

  private Finding parked(String service) {
    return finding(
        "nothing is parked in " + service, service, "select subject from parked_subject");
  }

  private Finding unsent(String service) {
    return finding("nothing is unsent in " + service, service, "select subject from outbox");
  }

  private Finding finding(String question, String service, String sql, Object... parameters) {
    List<String> offences = databases.column(service, sql, parameters);
    return new Finding(question, offences.size(), offences.stream().limit(SHOWN).toList());
  }
}
