package io.casewire.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.stack.Deployment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Customers, the desk and the mail between them, as one who stands outside sees them. What takes
 * its time is waited for.
 *
 * @param overseer a supervisor, in whose name everything is looked at
 */
public record Desk(Http http, Deployment casewire, Staff staff, Post post, String overseer) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SUPERVISOR = "supervisor";

  public Desk(Deployment casewire, String overseer) {
    this(new Http(), casewire, overseer);
  }

  private Desk(Http http, Deployment casewire, String overseer) {
    this(http, casewire, new Staff(http, casewire), new Post(casewire.mail()), overseer);
  }

  /** An address that nobody has used before. */
  public static String newCustomer() {
    return "customer-%s@customers.example".formatted(UUID.randomUUID());
  }

  /** Intake for the public. */
  public Api publicIntake() {
    return new Api(http, casewire.intake().getFirst(), null);
  }

  /** Intake for the holder of this link. */
  public Api holder(String link) {
    String path = URI.create(link).getPath();
    return publicIntake().as(path.substring(path.lastIndexOf('/') + 1));
  }

  /** A request by the public form. */
  public JsonNode request(String address, String locale, String subject, String body) {
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
  public JsonNode awaitOwned(String caseId) {
    return awaitCase(caseId, seen -> seen.hasNonNull("owner"));
  }

  /**
   * The case as routing shows it, once this is true of it.
   *
   * @param caseId its id or number
   */
  public JsonNode awaitCase(String caseId, Predicate<JsonNode> condition) {
    return Waiting.until(
        "such case " + caseId,
        PATIENCE,
        () ->
            Optional.of(routing().get("/api/v1/cases/" + caseId))
                .filter(answer -> answer.status() == 200)
                .map(Answer::body)
                .filter(condition));
  }

  /** The case that this customer has opened, once routing knows of it. */
  public JsonNode awaitCaseOf(String address) {
    return Waiting.until(
        "case of " + address,
        PATIENCE,
        () -> items(routing(), "/api/v1/cases?customer=" + address).findFirst());
  }

  /** How routing explains that the case went to its owner. */
  public JsonNode decision(String caseId) {
    return Waiting.until(
        "decision on " + caseId,
        PATIENCE,
        () -> items(routing(), "/api/v1/cases/%s/routing-decisions".formatted(caseId)).findFirst());
  }

  /** The owner of a case answers it. */
  public void reply(JsonNode seen, String text, String then) {
    staff
        .routing(seen.get("owner").asText(), "agent")
        .post(
            "/api/v1/cases/%s/replies".formatted(seen.get("caseId").asText()),
            Map.of("text", text, "then", then))
        .expectSuccess();
  }

  /** What notification has told whom of a case. */
  public List<JsonNode> notifications(String caseId) {
    Api notification = staff.notification(overseer, SUPERVISOR);
    return items(notification, "/api/v1/notifications?caseId=" + caseId).toList();
  }

  /** The conversation as the staff see it, once this is true of it. */
  public JsonNode awaitConversation(String caseId, Predicate<JsonNode> condition) {
    return awaitConversation(staff.intake(overseer, SUPERVISOR), caseId, condition);
  }

  /** The conversation as this reader sees it, once this is true of it. */
  public JsonNode awaitConversation(Api reader, String caseId, Predicate<JsonNode> condition) {
    return Waiting.until(
        "such conversation of " + caseId,
        PATIENCE,
        () ->
            Optional.of(reader.get("/api/v1/cases/" + caseId))
                .filter(answer -> answer.status() == 200)
                .map(Answer::body)
                .filter(condition));
  }

  /** The first mail to this address that this is true of. */
  public Letter awaitLetter(String address, Predicate<Letter> condition) {
    return Waiting.until(
        "such mail to " + address,
        PATIENCE,
        () -> post.inbox(address).stream().filter(condition).findFirst());
  }

  public Api routing() {
    return staff.routing(overseer, SUPERVISOR);
  }

  public Api sla() {
    return staff.sla(overseer, SUPERVISOR);
  }

  /** The items of a list. */
  public static Stream<JsonNode> items(Api api, String path) {
    JsonNode items = api.get(path).expect(200).body().get("items");
    return StreamSupport.stream(items.spliterator(), false);
  }
}
