package io.casewire.intake.email;

import static io.casewire.intake.email.EmailPosting.post;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.casewire.intake.IntakeTables;
import io.casewire.intake.mail.MailCorpus;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class QuarantineTest {

  @Inject IntakeTables tables;

  private final String sender = UUID.randomUUID() + "@customers.example";

  @Test
  void a_supervisor_sees_what_is_held_back_and_nothing_of_its_text() {
    // Given
    post(machineMail().subject("Card 4111 1111 1111 1111").text("The text itself"));

    // When
    Response list = asSupervisor("GET", "/api/v1/quarantine?limit=200");

    // Then
    Map<String, Object> item = mine(list);
    assertEquals("auto-submitted", item.get("reason"));
    assertEquals("support@casewire.example", item.get("mailbox"));
    assertFalse(((String) item.get("subject")).contains("1111 1111 1111"));
    list.then().body("items.expiresAt", everyItem(notNullValue()));
    assertEquals(0, tables.count("quarantined_mail m where cast(m as text) like ?1", "%The text%"));
  }

  @Test
  void pages_follow_one_another_without_a_gap() {
    // Given
    post(machineMail());
    post(machineMail());

    // When
    Response first = asSupervisor("GET", "/api/v1/quarantine?limit=1");
    Response second =
        asSupervisor("GET", "/api/v1/quarantine?limit=1&cursor=" + first.path("nextCursor"));

    // Then
    first.then().body("items", hasSize(1));
    second
        .then()
        .body("items", hasSize(1))
        .body("items[0].quarantineId", not(equalTo(first.path("items[0].quarantineId"))));
  }

  @Test
  void what_is_let_go_becomes_a_case_once() {
    // Given
    TestMail mail = machineMail().subject("A person after all");
    post(mail);
    String id = idOfMine();

    // When
    Response first = asSupervisor("POST", "/api/v1/quarantine/" + id + "/release");
    Response second = asSupervisor("POST", "/api/v1/quarantine/" + id + "/release");

    // Then
    first.then().statusCode(200).body("outcome", equalTo("opened"));
    second
        .then()
        .statusCode(200)
        .body("outcome", equalTo("duplicate"))
        .body("caseId", equalTo(first.path("caseId")));
    assertEquals(1, tables.count("customer_case where customer_address = ?1", sender));
    assertEquals(0, tables.count("message where automatic and sender_address = ?1", sender));
    asSupervisor("GET", "/api/v1/quarantine?limit=200")
        .then()
        .body("items.quarantineId", not(hasItem(id)));
    post(mail)
        .then()
        .body("outcome", equalTo("duplicate"))
        .body("caseId", equalTo(first.path("caseId")));
  }

  @Test
  void what_could_not_be_read_is_let_go_as_a_file_with_what_its_header_tells() {
    // Given
    byte[] giant =
        new String(MailCorpus.bytes("giant-header"), UTF_8)
            .replace("li.hua@customers.example", sender)
            .getBytes(UTF_8);
    post(giant).then().body("reason", equalTo("headers-too-large"));

    // When
    Response answer = asSupervisor("POST", "/api/v1/quarantine/" + idOfMine() + "/release");

    // Then
    answer.then().statusCode(200).body("outcome", equalTo("opened"));
    assertEquals(
        1,
        tables.count(
            "attachment where file_name = 'message.eml' and message_id = ?1",
            UUID.fromString(answer.path("messageId"))));
    assertEquals(
        1, tables.count("customer_case where subject = 'Large' and customer_address = ?1", sender));
  }

  @Test
  void only_supervisors_may_look_and_what_is_not_there_is_not_found() {
    asStaff("GET", "/api/v1/quarantine", "lead").then().statusCode(403);
    given().get("/api/v1/quarantine").then().statusCode(401);
    asStaff("POST", "/api/v1/quarantine/" + UUID.randomUUID() + "/release", "lead")
        .then()
        .statusCode(403);
    asSupervisor("POST", "/api/v1/quarantine/" + UUID.randomUUID() + "/release")
        .then()
        .statusCode(404);
    asSupervisor("POST", "/api/v1/quarantine/none/release").then().statusCode(404);
    asSupervisor("GET", "/api/v1/quarantine?cursor=x")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("cursor"));
  }

  private TestMail machineMail() {
    return TestMail.from(sender).header("Auto-Submitted", "auto-generated");
  }

  private String idOfMine() {
    return (String) mine(asSupervisor("GET", "/api/v1/quarantine?limit=200")).get("quarantineId");
  }

  private Map<String, Object> mine(Response list) {
    List<Map<String, Object>> items = list.path("items");
    return items.stream().filter(item -> sender.equals(item.get("from"))).findFirst().orElseThrow();
  }

  private static Response asSupervisor(String method, String path) {
    return asStaff(method, path, "supervisor");
  }

  private static Response asStaff(String method, String path, String role) {
    return given()
        .header("Authorization", "Bearer " + Tokens.of("sue", role))
        .request(method, path);
  }
}
