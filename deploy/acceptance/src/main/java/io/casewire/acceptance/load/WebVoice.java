package io.casewire.acceptance.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Json;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Customers who fill in the form, and write again on their case's page. */
final class WebVoice implements CustomerVoice {

  private static final int CREATED = 201;

  private final PatientHttp intake;
  private final String channelKey;
  private final Ledger ledger;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  WebVoice(PatientHttp intake, String channelKey, Ledger ledger) {
    this.intake = intake;
    this.channelKey = channelKey;
    this.ledger = ledger;
  }

  @Override
  public void open(Customer customer) {
    intake
        .send(
            new PatientHttp.Post(
                "/api/v1/requests", channelKey, customer.address(), form(customer)),
            customer.number())
        .whenComplete((response, failure) -> noteOpened(customer, response, failure));
  }

  private static String form(Customer customer) {
    return Json.write(
        Map.of(
            "customer",
            Map.of("email", customer.address(), "locale", customer.text().locale()),
            "subject",
            customer.text().subject(),
            "body",
            customer.text().body()));
  }

  private void noteOpened(
      Customer customer, @Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    if (response == null) {
      ledger.count(customer, "given up: " + failure);
    } else if (response.statusCode() == CREATED) {
      JsonNode answer = Json.read(response.body());
      String path = URI.create(answer.get("trackingUrl").asText()).getPath();
      tokens.put(customer.address(), path.substring(path.lastIndexOf('/') + 1));
      ledger.opened(customer, accepted(customer, uuid(answer, "caseId"), answer));
    } else {
      ledger.refused(customer, "refused: HTTP " + response.statusCode());
    }
  }

  @Override
  public void answered(Customer customer, UUID caseId) {
    String token = tokens.remove(customer.address());
    if (customer.writesAgain() && token != null) {
      intake
          .send(
              new PatientHttp.Post(
                  "/api/v1/cases/%s/messages".formatted(caseId),
                  token,
                  customer.address(),
                  Json.write(Map.of("text", CustomerTexts.more(customer.text())))),
              customer.number())
          .whenComplete((response, failure) -> noteMore(customer, caseId, response));
    }
  }

  private void noteMore(Customer customer, UUID caseId, @Nullable HttpResponse<String> response) {
    if (response != null && response.statusCode() == CREATED) {
      ledger.appended(accepted(customer, caseId, Json.read(response.body())));
    } else {
      ledger.count(
          customer,
          "more refused: " + (response == null ? "no answer" : "HTTP " + response.statusCode()));
    }
  }

  @Override
  public long retries() {
    return intake.retries();
  }

  private static AcceptedMessage accepted(Customer customer, UUID caseId, JsonNode answer) {
    return AcceptedMessage.answered(customer, caseId, uuid(answer, "messageId"));
  }

  private static UUID uuid(JsonNode answer, String field) {
    return UUID.fromString(answer.get(field).asText());
  }
}
