package io.casewire.acceptance.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Api;
import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.Letter;
import io.casewire.acceptance.client.Post;
import io.casewire.acceptance.client.Staff;
import io.casewire.acceptance.stack.Deployment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The desk and its customers, as the journeys need them; nothing here looks behind an interface.
 */
final class Desk {

  static final String SUPERVISOR = "supervisor";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Http http = new Http();
  final Deployment casewire;
  final Staff staff;
  final Post post;

  /** Zoe has room for every case of these tests; Lea and Sue look on until they are needed. */
  Desk(Deployment casewire) {
    this.casewire = casewire;
    this.staff = new Staff(http, casewire);
    this.post = new Post(casewire.mail());
    staff.employ("zoe", "Zoe", "agent", List.of("default"), 1_000);
    staff.employ("lea", "Lea", "lead", List.of("default"), 0);
    staff.employ("sue", "Sue", SUPERVISOR, List.of("default"), 0);
  }

  /** An address that nobody has used before. */
  static String newCustomer() {
    return "customer-%s@customers.example".formatted(UUID.randomUUID());
  }

  /** Intake in the name of the bearer of this token. */
  Api intake(String token) {
    return new Api(http, casewire.intake().getFirst(), token);
  }

  /** Intake for the public. */
  Api publicIntake() {
    return new Api(http, casewire.intake().getFirst(), null);
  }

  /** A request by the public form. */
  JsonNode request(String address, String locale, String subject, String body) {
    return publicIntake()
        .post(
            "/api/v1/requests",
            Map.of(
                "customer",
                Map.of("email", address, "locale", locale),
                "subject",
                subject,
                "body",
                body))
        .expect(201)
        .body();
  }

  /** The case as routing shows it, once it has an owner. */
  JsonNode awaitOwned(String caseId) {
    return awaitCase(caseId, seen -> seen.hasNonNull("owner"));
  }

  /** The case as routing shows it, once this is true of it. */
  JsonNode awaitCase(String caseId, Predicate<JsonNode> condition) {
    return await("case " + caseId)
        .atMost(PATIENCE)
        .until(
            () -> routing().get("/api/v1/cases/" + caseId),
            answer -> answer.status() == 200 && condition.test(answer.body()))
        .body();
  }

  /** The first mail to this address that this is true of. */
  Letter awaitLetter(String address, Predicate<Letter> condition) {
    return await("mail to " + address)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> find(address, condition), Optional::isPresent)
        .orElseThrow();
  }

  /** The owner of a case answers it. */
  void reply(JsonNode seen, String text, String then) {
    staff
        .routing(seen.get("owner").asText(), "agent")
        .post(
            "/api/v1/cases/%s/replies".formatted(seen.get("caseId").asText()),
            Map.of("text", text, "then", then))
        .expectSuccess();
  }

  Api routing() {
    return staff.routing("sue", SUPERVISOR);
  }

  /** What notification knows of a case. */
  JsonNode notifications(String caseId) {
    return staff
        .notification("sue", SUPERVISOR)
        .get("/api/v1/notifications?caseId=" + caseId)
        .expect(200)
        .body()
        .get("items");
  }

  /** The token in a customer's link. */
  static String token(String link) {
    String path = URI.create(link).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Optional<Letter> find(String address, Predicate<Letter> condition) {
    return post.inbox(address).stream().filter(condition).findFirst();
  }
}
