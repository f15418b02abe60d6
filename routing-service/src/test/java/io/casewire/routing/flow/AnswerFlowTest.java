package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.AnswerUndelivered;
import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.NotificationBounced;
import io.casewire.events.NotificationFailed;
import io.casewire.events.NotificationSent;
import io.casewire.events.NotificationSuppressed;
import io.casewire.events.RecipientKind;
import io.casewire.events.StatusChangeReason;
import io.casewire.events.UndeliveredOutcome;
import io.casewire.kit.id.Ids;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a case whose answer does not reach the customer. */
@QuarkusTest
class AnswerFlowTest extends FlowTest {

  private static final String TEMPLATE = "agent-reply";
  private static final String MAIL = "email";

  @Test
  void an_answer_that_was_not_sent_opens_its_case_again_and_is_marked_where_it_stands() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    UUID answer = answer(agent, opened, "resolved");

    // When
    stream.say(suppressed(opened, answer, RecipientKind.CUSTOMER));

    // Then
    eventually(() -> hasStatus(opened, "open"));
    isOwnedBy(opened, agent.agentId());
    eventually(
        () ->
            assertEquals(
                List.of(StatusChangeReason.REPLY, StatusChangeReason.ANSWER_UNDELIVERED),
                reasons(opened)));
    AnswerUndelivered told = stream.heard(AnswerUndelivered.class, opened.subject()).getFirst();
    assertEquals(answer, told.messageId());
    assertEquals(UndeliveredOutcome.SUPPRESSED, told.outcome());
    assertEquals("role-address", told.reason());
    assertEquals(agent.agentId(), told.owner());
    agent
        .get("/cases/" + opened.caseId())
        .body(marked(answer, "outcome"), equalTo("suppressed"))
        .body(marked(answer, "reason"), equalTo("role-address"))
        .body("timeline.type", hasItem("case.answer-undelivered"));
  }

  @Test
  void an_answer_that_arrives_at_the_second_attempt_is_marked_no_more() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    UUID answer = answer(agent, opened, null);
    stream.say(failed(opened, answer));
    eventually(
        () ->
            agent
                .get("/cases/" + opened.caseId())
                .body(marked(answer, "outcome"), equalTo("failed")));

    // When
    stream.say(sent(opened, answer));

    // Then
    eventually(
        () ->
            agent
                .get("/cases/" + opened.caseId())
                .body(marked(answer, "outcome"), nullValue())
                .body("timeline.type", hasItem("notification.sent")));
  }

  @Test
  void a_loss_is_told_once_for_each_outcome_and_again_after_the_answer_had_arrived() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    UUID answer = answer(agent, opened, null);

    // When
    stream.sayAll(
        failed(opened, answer),
        failed(opened, answer),
        sent(opened, answer),
        bounced(opened, answer),
        bounced(opened, answer),
        sent(opened, answer),
        bounced(opened, answer));

    // Then
    eventually(
        () ->
            assertEquals(
                List.of(
                    UndeliveredOutcome.FAILED,
                    UndeliveredOutcome.BOUNCED,
                    UndeliveredOutcome.BOUNCED),
                stream.heard(AnswerUndelivered.class, opened.subject()).stream()
                    .map(AnswerUndelivered::outcome)
                    .toList()));
  }

  @Test
  void a_notice_that_carries_no_answer_moves_nothing() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    UUID answer = answer(agent, opened, "resolved");

    // When
    stream.sayAll(
        suppressed(opened, null, RecipientKind.CUSTOMER),
        suppressed(opened, opened.messageId(), RecipientKind.CUSTOMER),
        suppressed(opened, answer, RecipientKind.AGENT));
    stream.say(Customers.writesAgain(opened, queue));

    // Then
    eventually(() -> hasStatus(opened, "open"));
    assertEquals(List.of(), stream.heard(AnswerUndelivered.class, opened.subject()));
    agent
        .get("/cases/" + opened.caseId())
        .body("timeline.type", not(hasItem("case.answer-undelivered")));
  }

  @Test
  void the_case_of_an_absent_owner_goes_back_to_its_queue_and_nobody_is_told_in_vain() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened opened = openedAndOwnedBy(agent);
    UUID answer = answer(agent, opened, "pending");
    agent.goes("offline");

    // When
    stream.say(bounced(opened, answer));

    // Then
    eventually(() -> hasStatus(opened, "open"));
    isOwnedBy(opened, null);
    assertEquals(null, stream.heard(AnswerUndelivered.class, opened.subject()).getFirst().owner());
  }

  @Test
  void a_closed_case_opens_again_unless_its_customer_has_closed_it() {
    // Given
    Desk agent = onlineAgent();
    CaseOpened byStaff = openedAndOwnedBy(agent);
    CaseOpened byCustomer = openedAndOwnedBy(agent);
    UUID first = answer(agent, byStaff, null);
    UUID second = answer(agent, byCustomer, null);
    agent.post("/cases/" + byStaff.caseId() + "/status", Map.of("to", "closed")).statusCode(200);
    stream.say(new CaseClosedByCustomer(byCustomer.caseId(), Instant.now()));
    eventually(() -> hasStatus(byCustomer, "closed"));

    // When
    stream.say(bounced(byStaff, first));
    stream.say(bounced(byCustomer, second));

    // Then
    eventually(() -> hasStatus(byStaff, "open"));
    isOwnedBy(byStaff, agent.agentId());
    eventually(
        () ->
            assertEquals(
                agent.agentId(),
                stream.heard(AnswerUndelivered.class, byCustomer.subject()).getFirst().owner()));
    hasStatus(byCustomer, "closed");
    Desk.BOSS
        .get("/cases/" + byCustomer.caseId())
        .body("timeline.type", hasItems("case.closed-by-customer", "case.answer-undelivered"));
  }

  private Desk onlineAgent() {
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 5);
    agent.goes("online");
    return agent;
  }

  private static UUID answer(Desk agent, CaseOpened opened, String then) {
    Map<String, String> body =
        then == null ? Map.of("text", "Here") : Map.of("text", "Here", "then", then);
    String id =
        agent
            .post("/cases/" + opened.caseId() + "/replies", body)
            .statusCode(201)
            .extract()
            .path("messageId");
    return UUID.fromString(id);
  }

  private List<StatusChangeReason> reasons(CaseOpened opened) {
    return stream.heard(CaseStatusChanged.class, opened.subject()).stream()
        .map(CaseStatusChanged::reason)
        .toList();
  }

  private static String marked(UUID answer, String field) {
    return "timeline.find { it.detail.messageId == '%s' && it.text != null }.undelivered?.%s"
        .formatted(answer, field);
  }

  private static NotificationSuppressed suppressed(
      CaseOpened opened, UUID answer, RecipientKind recipient) {
    return new NotificationSuppressed(
        opened.caseId(),
        Ids.next(),
        Ids.next(),
        TEMPLATE,
        recipient,
        MAIL,
        "role-address",
        answer,
        Instant.now());
  }

  private static NotificationFailed failed(CaseOpened opened, UUID answer) {
    return new NotificationFailed(
        opened.caseId(),
        Ids.next(),
        Ids.next(),
        TEMPLATE,
        RecipientKind.CUSTOMER,
        MAIL,
        "rejected-550",
        answer,
        Instant.now());
  }

  private static NotificationBounced bounced(CaseOpened opened, UUID answer) {
    return new NotificationBounced(
        opened.caseId(),
        Ids.next(),
        Ids.next(),
        TEMPLATE,
        RecipientKind.CUSTOMER,
        MAIL,
        "unknown-mailbox",
        answer,
        Instant.now());
  }

  private static NotificationSent sent(CaseOpened opened, UUID answer) {
    return new NotificationSent(
        opened.caseId(),
        Ids.next(),
        Ids.next(),
        TEMPLATE,
        RecipientKind.CUSTOMER,
        MAIL,
        null,
        answer,
        Instant.now());
  }
}
