package io.casewire.acceptance.audit;

import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.Staff;
import io.casewire.acceptance.load.AcceptedMessage;
import io.casewire.acceptance.load.Answered;
import io.casewire.acceptance.load.Evidence;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Proves that nothing was lost: every message that was accepted is exactly one message of exactly
 * one case, the case is in all four stores, everything that must be true of a case is, and somebody
 * or something looks after each.
 */
public final class Audit implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final String AUDITOR = "casewire-auditor";
  private static final String SUPERVISOR = "supervisor";

  private static final Map<String, String> CASES =
      Map.of(
          "intake", "customer_case where id",
          "routing", "routing_case where id",
          "sla", "sla_case where case_id",
          "notification", "case_file where case_id");

  private final Databases databases;
  private final TopicFold stream;
  private final Staff staff;

  private Audit(Databases databases, TopicFold stream, Staff staff) {
    this.databases = databases;
    this.staff = staff;
    this.stream = stream;
  }

  /** The audit of the local stack. */
  public static Audit of(LocalStack stack) {
    return new Audit(
        new Databases(stack.portOf("postgres")),
        new TopicFold("127.0.0.1:" + stack.portOf("kafka")),
        new Staff(new Http(), Deployment.of(stack)));
  }

  /**
   * Asks every question, again and again until nothing is wrong: events may still be under way.
   *
   * @param limit when a wrong answer is final
   */
  public AuditReport await(Evidence evidence, Duration limit) {
    Instant end = Instant.now().plus(limit);
    AuditReport report = run(evidence);
    while (!report.passed() && Instant.now().isBefore(end)) {
      pause();
      report = run(evidence);
    }
    return report;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Asks every question once. */
  public AuditReport run(Evidence evidence) {
    stream.catchUp();
    Testimony testimony = new Testimony(evidence, stream);
    UUID[] cases = testimony.cases().toArray(UUID[]::new);
    List<Finding> findings = new ArrayList<>(testimony.check());
    LocalStack.SERVICES.forEach(service -> findings.add(oneCase(service, cases)));
    findings.add(messages(evidence));
    findings.add(mails(evidence));
    findings.add(chatAnswers());
    findings.add(oneAcknowledgement(cases));
    findings.add(distinctMessageIds());
    findings.addAll(new Copies(databases, stream.cases()).check());
    findings.addAll(new Care(RoutingState.read(databases), SlaState.read(databases)).check());
    findings.add(ForgottenLists.of("routing", staff.routing(AUDITOR, SUPERVISOR)));
    findings.add(ForgottenLists.of("sla", staff.sla(AUDITOR, SUPERVISOR)));
    LocalStack.SERVICES.forEach(service -> findings.add(setAside(service)));
    LocalStack.SERVICES.forEach(service -> findings.add(unsent(service)));
    findings.addAll(stream.check());
    return new AuditReport(cases.length, findings, evidence.repeatedMails());
  }

  private Finding oneCase(String service, UUID[] cases) {
    return finding(
        "every accepted case is one case in " + service,
        service,
        "select id from unnest(?) as id(id) where (select count(*) from %s = id.id) <> 1"
            .formatted(CASES.get(service)),
        (Object) cases);
  }

  /** Customers' and agents' messages alike. */
  private Finding messages(Evidence evidence) {
    UUID[] messages =
        Stream.concat(
                evidence.accepted().stream().map(AcceptedMessage::messageId),
                evidence.answers().stream().map(Answered::messageId))
            .filter(Objects::nonNull)
            .toArray(UUID[]::new);
    return finding(
        "every accepted message and answer is one message in intake",
        "intake",
        "select id from unnest(?) as id(id) where (select count(*) from message where id = id.id)"
            + " <> 1",
        (Object) messages);
  }

  private Finding mails(Evidence evidence) {
    String[] mails =
        evidence.accepted().stream()
            .map(AcceptedMessage::rfcMessageId)
            .filter(Objects::nonNull)
            .toArray(String[]::new);
    return finding(
        "every accepted mail is one message in intake",
        "intake",
        """
        select sent.id from unnest(?) as sent(id) left join message on rfc_message_id = sent.id
        group by sent.id having count(message.id) <> 1
        """,
        (Object) mails);
  }

  /** Chat or mail: what no client has confirmed has a timer, after which it goes by mail. */
  private Finding chatAnswers() {
    return finding(
        "every answer to a chat is confirmed, goes by mail, or has its time",
        "intake",
        """
        select id from message where delivery = 'AWAITED' and not exists (
          select from timer where kind = 'chat-continuity' and key = message.id::text)
        """);
  }

  private Finding oneAcknowledgement(UUID[] cases) {
    return finding(
        "every accepted case has one acknowledgement decision, carried out",
        "notification",
        """
        select id from unnest(?) as id(id) where (select count(*) from delivery
          where case_id = id.id and template = 'case-acknowledged' and state <> 'queued') <> 1
        """,
        (Object) cases);
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

  private Finding setAside(String service) {
    return stream
        .poison()
        .compare(
            service,
            databases.column(service, "select queue || ' ' || key from set_aside order by 1"));
  }

  private Finding unsent(String service) {
    return finding("nothing is unsent in " + service, service, "select subject from outbox");
  }

  private Finding finding(String question, String service, String sql, Object... parameters) {
    return Finding.of(question, databases.column(service, sql, parameters));
  }

  @Override
  public void close() {
    stream.close();
  }
}
