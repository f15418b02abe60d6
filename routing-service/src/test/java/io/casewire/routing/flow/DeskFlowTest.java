package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseClosedByCustomer;
import io.casewire.events.CaseEscalated;
import io.casewire.events.CaseOpened;
import io.casewire.events.CaseRated;
import io.casewire.events.CaseStatus;
import io.casewire.events.CaseStatusChanged;
import io.casewire.events.CustomerMessageReceived;
import io.casewire.events.EscalationAction;
import io.casewire.events.EscalationOutcome;
import io.casewire.events.EscalationResolved;
import io.casewire.events.MessageRefused;
import io.casewire.events.Priority;
import io.casewire.events.SlaClockStarted;
import io.casewire.events.SlaMetric;
import io.casewire.events.StatusChangeReason;
import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeskFlowTest extends FlowTest {

  /** Too long to be searched for secrets on an event loop. */
  private static final String LONG_REPLY = "We look into it." + " Bear with us.".repeat(100);

  @Inject Transactions transactions;

  @Test
  void a_reply_takes_a_case_that_nobody_owns_and_says_what_its_writer_had_seen() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 0);
    CaseOpened opened = opened();

    // When
    agent
        .post(
            "/cases/" + opened.caseId() + "/replies", Map.of("text", LONG_REPLY, "then", "pending"))
        .statusCode(201)
        .body("messageId", notNullValue());

    // Then
    isOwnedBy(opened, agent.agentId());
    hasStatus(opened, "pending");
    eventually(
        () -> {
          CaseAgentReplied reply =
              stream.heard(CaseAgentReplied.class, opened.subject()).getFirst();
          assertEquals(1, reply.seenIntakeSeq());
          assertEquals(queue, reply.via());
          assertEquals(CaseStatus.PENDING, reply.then());
        });
    agent
        .get("/cases/" + opened.caseNumber())
        .body("timeline.text", hasItems("My payment has failed", LONG_REPLY));
  }

  @Test
  void a_reply_that_is_sent_twice_is_written_once() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 0);
    CaseOpened opened = opened();
    String path = "/cases/" + opened.caseId() + "/replies";
    Map<String, String> key = Map.of("Idempotency-Key", "reply-1");

    // When
    Response first = agent.post(path, Map.of("text", "Hello"), key);
    Response second = agent.post(path, Map.of("text", "Hello"), key);

    // Then
    assertEquals(201, first.statusCode());
    assertEquals(201, second.statusCode());
    assertEquals("true", second.header("Idempotent-Replayed"));
    assertEquals((String) first.path("messageId"), second.path("messageId"));
    assertEquals(422, agent.post(path, Map.of("text", "Other"), key).statusCode());
  }

  @Test
  void an_illegal_move_is_refused_with_the_legal_ones() {
    // Given
    CaseOpened opened = opened();
    String path = "/cases/" + opened.caseId();
    Desk.BOSS.post(path + "/status", Map.of("to", "closed")).statusCode(200);

    // When
    Desk.BOSS
        .post(path + "/status", Map.of("to", "open"))
        // Then
        .statusCode(409)
        .body("allowed", equalTo(List.of()));
    Desk.BOSS
        .post(path + "/replies", Map.of("text", "Too late"))
        .statusCode(409)
        .body("allowed", hasItem("open"));
    Desk.BOSS.post(path + "/notes", Map.of("text", "Was closed by hand")).statusCode(201);
  }

  @Test
  void a_change_that_is_meant_for_an_older_state_is_refused() {
    // Given
    CaseOpened opened = opened();
    String path = "/cases/" + opened.caseId();
    String tag = Desk.BOSS.get(path).extract().header("ETag");
    Desk.BOSS.post(path + "/notes", Map.of("text", "First")).statusCode(201);

    // When
    Response response =
        Desk.BOSS.post(path + "/status", Map.of("to", "pending"), Map.of("If-Match", tag));

    // Then
    assertEquals(412, response.statusCode());
    hasStatus(opened, "open");
  }

  @Test
  void a_message_for_a_case_that_was_just_closed_is_refused_so_that_intake_moves_it() {
    // Given
    CaseOpened opened = opened();
    Desk.BOSS.post("/cases/" + opened.caseId() + "/status", Map.of("to", "closed")).statusCode(200);

    // When
    CustomerMessageReceived message = Customers.writesAgain(opened, queue);
    stream.say(message);

    // Then
    eventually(
        () ->
            assertEquals(
                message.messageId(),
                stream.heard(MessageRefused.class, opened.subject()).getFirst().messageId()));
    hasStatus(opened, "closed");
  }

  @Test
  void a_message_brings_a_resolved_case_back_to_its_owner() {
    // Given
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 1);
    agent.goes("online");
    CaseOpened opened = openedAndOwnedBy(agent);
    agent
        .post("/cases/" + opened.caseId() + "/status", Map.of("to", "resolved"))
        .statusCode(200)
        .body("reopenUntil", notNullValue());

    // When
    stream.say(Customers.writesAgain(opened, "email"));

    // Then
    eventually(() -> hasStatus(opened, "open"));
    isOwnedBy(opened, agent.agentId());
    Desk.BOSS.get("/agents/" + agent.agentId()).body("load", equalTo(1));
    Desk.BOSS.get("/cases/" + opened.caseId()).body("reopenCount", equalTo(1));
  }

  @Test
  void a_resolved_case_is_closed_when_its_reopen_window_has_passed() {
    // Given
    CaseOpened opened = opened();
    Desk.BOSS
        .post("/cases/" + opened.caseId() + "/status", Map.of("to", "resolved"))
        .statusCode(200);

    // When
    ring(opened);

    // Then
    eventually(() -> hasStatus(opened, "closed"));
  }

  @Test
  void a_case_that_its_customer_closes_is_closed() {
    // Given
    CaseOpened opened = opened();

    // When
    stream.say(new CaseClosedByCustomer(opened.caseId(), Instant.now()));
    stream.say(
        new CaseRated(opened.caseId(), 1, 5, Instant.now(), new CaseRated.Personal("Thanks")));

    // Then
    eventually(() -> hasStatus(opened, "closed"));
    eventually(
        () ->
            Desk.BOSS
                .get("/cases/" + opened.caseId())
                .body("timeline.type", hasItems("case.closed-by-customer", "case.rated")));
    eventually(
        () -> {
          CaseStatusChanged changed =
              stream.heard(CaseStatusChanged.class, opened.subject()).getFirst();
          assertEquals(StatusChangeReason.CUSTOMER, changed.reason());
          assertEquals(2, changed.seenIntakeSeq());
        });
  }

  @Test
  void a_pending_case_wakes_up_and_waits_again() {
    // Given
    CaseOpened opened = opened();
    Desk.BOSS
        .post(
            "/cases/" + opened.caseId() + "/status",
            Map.of("to", "pending", "wakeAt", Instant.now().plus(Duration.ofDays(1)).toString()))
        .statusCode(200);

    // When
    ring(opened);

    // Then
    eventually(() -> hasStatus(opened, "open"));
  }

  @Test
  void an_escalation_hands_the_case_to_a_lead_and_names_whom_to_tell() {
    // Given
    Desk lead = Desk.lead(queue + "-lead").worksOn(queue, 0);
    lead.goes("online");
    CaseOpened opened = opened();

    // When
    CaseEscalated escalated =
        new CaseEscalated(
            opened.caseId(),
            Ids.next(),
            Ids.next(),
            SlaMetric.FIRST_RESPONSE,
            1,
            "lead",
            EscalationAction.REASSIGN,
            opened.messageId(),
            Instant.now(),
            null,
            null);
    stream.say(escalated);

    // Then
    eventually(() -> isOwnedBy(opened, lead.agentId()));
    eventually(
        () -> {
          EscalationResolved resolved =
              stream.heard(EscalationResolved.class, opened.subject()).getFirst();
          assertEquals(EscalationOutcome.DONE, resolved.outcome());
          assertEquals(List.of(lead.agentId()), resolved.recipients());
        });
  }

  @Test
  void the_earliest_deadline_is_shown_and_served_first() {
    // Given
    CaseOpened relaxed = opened();
    CaseOpened pressed = opened();
    Instant dueAt = Instant.parse("2026-03-02T09:00:00Z");
    stream.say(
        new SlaClockStarted(
            pressed.caseId(),
            Ids.next(),
            SlaMetric.FIRST_RESPONSE,
            Instant.now(),
            dueAt,
            "standard",
            1,
            "always",
            1,
            pressed.messageId()));
    eventually(
        () -> Desk.BOSS.get("/cases/" + pressed.caseId()).body("dueAt", equalTo(dueAt.toString())));

    // When
    Desk agent = Desk.agent(queue + "-a").worksOn(queue, 1);
    agent.goes("online");

    // Then
    eventually(() -> isOwnedBy(pressed, agent.agentId()));
    isOwnedBy(relaxed, null);
  }

  @Test
  void any_part_of_a_chinese_text_finds_its_case() {
    // Given
    CaseOpened opened = Customers.opens(queue, Priority.HIGH, "我的账户被冻结了，请帮助我");
    stream.say(opened);

    // Then
    eventually(
        () ->
            Desk.BOSS
                .get("/cases?queue={queue}&q={q}", queue, "账户被冻结")
                .body("items.caseId", hasItem(opened.caseId().toString())));
    Desk.BOSS
        .get("/cases?queue={queue}&q={q}", queue, "退款")
        .body("items.caseId", not(hasItem(opened.caseId().toString())));
  }

  @Test
  void a_case_is_found_by_its_number_however_written_by_its_last_digits_by_name_and_address() {
    // Given
    CaseOpened opened = opened();
    String number = opened.caseNumber();
    String digits = number.substring(number.length() - 4);

    // Then
    for (String query :
        List.of(
            number,
            "[" + number + "]",
            number.toLowerCase(Locale.ROOT),
            digits,
            "ann",
            "ANN@customer.example",
            "ann payment failed")) {
      Desk.BOSS
          .get("/cases?queue={queue}&q={q}", queue, query)
          .body("items.caseId", equalTo(List.of(opened.caseId().toString())));
    }
    for (String query : List.of(digits.substring(1), "anne", "()")) {
      Desk.BOSS
          .get("/cases?queue={queue}&q={q}", queue, query)
          .body("items.caseId", equalTo(List.of()));
    }
    Desk.BOSS
        .get("/cases/{number}", number.toLowerCase(Locale.ROOT))
        .statusCode(200)
        .body("caseId", equalTo(opened.caseId().toString()));
    Desk.BOSS
        .post("/cases/" + number.toLowerCase(Locale.ROOT) + "/notes", Map.of("text", "Found"))
        .statusCode(201);
  }

  /** Lets the case's timer be due now. */
  private void ring(CaseOpened opened) {
    transactions
        .write(
            unitOfWork ->
                unitOfWork
                    .session()
                    .createNativeQuery("update timer set due_at = clock_timestamp() where key = ?1")
                    .setParameter(1, opened.subject())
                    .executeUpdate())
        .await()
        .atMost(Duration.ofSeconds(10));
  }
}
