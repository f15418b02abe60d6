package io.casewire.notification.listing;

import static io.casewire.testkit.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.Sources;
import io.casewire.notification.Facts;
import io.casewire.notification.NotificationClient;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = StackResource.MAIL, value = "true"))
class NotificationListTest {

  private final StreamProbe stream = new StreamProbe(Sources.NOTIFICATION);
  private final Facts facts = Facts.ofNewCase();
  private final NotificationClient boss = new NotificationClient("boss", "supervisor");

  @BeforeEach
  void staff() {
    stream.sayAll(Facts.agent("boss", System.nanoTime(), true, Map.of()));
  }

  @AfterEach
  void leave() {
    stream.close();
  }

  @Test
  void an_item_tells_everything_about_a_notice() {
    // When
    UUID cause = stream.say(facts.openedByWeb("zh")).envelope().id();
    eventually(() -> assertEquals(List.of("case-acknowledged sent"), boss.statesOf(facts)));

    // Then
    boss.get("caseId", facts.caseNumber())
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("nextCursor", nullValue())
        .body("items[0].notificationId", notNullValue())
        .body("items[0].caseId", equalTo(facts.caseId().toString()))
        .body("items[0].recipient", equalTo(facts.address()))
        .body("items[0].recipientKind", equalTo("customer"))
        .body("items[0].channel", equalTo("email"))
        .body("items[0].template", equalTo("case-acknowledged"))
        .body("items[0].locale", equalTo("zh"))
        .body("items[0].cause", equalTo(cause.toString()))
        .body("items[0].state", equalTo("sent"))
        .body("items[0].reason", nullValue())
        .body("items[0].messageId", matchesPattern("<t1\\.[a-z0-9.]+@casewire\\.example>"))
        .body("items[0].attempts", equalTo(1))
        .body("items[0].createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"))
        .body("items[0].sentAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"));
  }

  @Test
  void notices_are_found_by_recipient_and_state() {
    // When
    stream.sayAll(facts.openedByMachine());
    eventually(() -> assertEquals(1, boss.about(facts).size()));

    // Then
    boss.get("recipient", facts.address(), "state", "suppressed")
        .then()
        .body("items.reason", contains("automatic-mail"));
    boss.get("recipient", facts.address(), "state", "sent").then().body("items", empty());
  }

  @Test
  void pages_follow_each_other_from_the_newest_to_the_oldest() {
    // Given
    stream.sayAll(
        facts.openedByMachine(), facts.assigned("unknown-1"), facts.assigned("unknown-2"));
    eventually(() -> assertEquals(3, boss.about(facts).size()));

    // When
    var first = boss.get("caseId", facts.caseId(), "limit", 2).then().statusCode(200);
    String cursor = first.extract().path("nextCursor");
    stream.sayAll(facts.assigned("unknown-3"));
    eventually(() -> assertEquals(4, boss.about(facts).size()));
    var second =
        boss.get("caseId", facts.caseId(), "limit", 2, "cursor", cursor).then().statusCode(200);

    // Then
    first.body("items.recipient", contains("unknown-2", "unknown-1"));
    second.body("items.recipient", contains(facts.address())).body("nextCursor", nullValue());
  }

  @Test
  void an_agent_sees_the_cases_of_his_queues_and_his_own() {
    // Given
    String colleague = "colleague-" + facts.caseId();
    String stranger = "stranger-" + facts.caseId();
    Facts other = Facts.ofNewCase();
    stream.sayAll(
        Facts.agent(colleague, 1, true, Map.of()),
        facts.openedByMachine(),
        facts.queued("payments"));
    stream.sayAll(other.openedByMachine(), other.queued("fraud"));
    eventually(() -> assertEquals(1, boss.about(other).size()));

    // Then
    eventually(
        () -> assertEquals(1, new NotificationClient(colleague, "agent").about(facts).size()));
    assertEquals(List.of(), new NotificationClient(colleague, "lead").about(other));
    assertEquals(List.of(), new NotificationClient(stranger, "supervisor").about(facts));
  }

  @Test
  void an_agents_list_follows_the_case_into_other_hands_and_pages_through_all_of_it() {
    // Given
    String agentId = "agent-" + facts.caseId();
    NotificationClient agent = new NotificationClient(agentId, "agent");
    Facts other = Facts.ofNewCase();
    stream.sayAll(Facts.agent(agentId, 1, true, Map.of(), "queue-of-" + agentId));
    stream.sayAll(facts.openedByMachine(), facts.queued("queue-of-" + agentId));
    stream.sayAll(other.openedByMachine(), other.queued("fraud"), other.assigned(agentId));

    // Then
    eventually(() -> assertEquals(Set.of("sent 1", "suppressed 2"), countsIn(agent)));
    agent.get("state", "suppressed", "limit", 200).then().body("items", hasSize(2));
    agent.get("state", "bounced").then().body("items", empty());

    // When
    stream.sayAll(facts.queued("fraud"));

    // Then
    eventually(() -> assertEquals(Set.of("sent 1", "suppressed 1"), countsIn(agent)));
    assertEquals(List.of(), agent.about(facts));
  }

  /** How many notices of each state an agent has, counted page by page. */
  private static Set<String> countsIn(NotificationClient agent) {
    Map<String, Integer> counts = new TreeMap<>();
    String cursor = null;
    do {
      var page = cursor == null ? agent.get("limit", 1) : agent.get("limit", 1, "cursor", cursor);
      page.then().statusCode(200);
      for (String state : page.<List<String>>path("items.state")) {
        counts.merge(state, 1, Integer::sum);
      }
      cursor = page.path("nextCursor");
    } while (cursor != null);
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "state,lost",
    "limit,0",
    "limit,201",
    "limit,many",
    "cursor,nonsense",
    "cursor,WyJ4Il0",
  })
  void a_parameter_that_can_not_be_is_named(String parameter, String value) {
    boss.get(parameter, value)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.field", contains(parameter));
  }

  @Test
  void only_staff_may_ask() {
    given().get("/api/v1/notifications").then().statusCode(401);
  }
}
