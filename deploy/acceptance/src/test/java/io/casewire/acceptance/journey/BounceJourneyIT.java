package io.casewire.acceptance.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Api;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Letter;
import io.casewire.acceptance.client.Waiting;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackExtension;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that come back, and one that seems to go to a machine and must not. */
@ExtendWith(StackExtension.class)
class BounceJourneyIT {

  private static final String SUPPORT = "support@casewire.localhost";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOST = "Your refund is on its way.";

  private final Desk desk;

  BounceJourneyIT(Deployment casewire) {
    this.desk = TestDesk.open(casewire);
  }

  @Test
  void an_answer_that_comes_back_opens_its_case_again_until_the_customer_has_it() {
    // Given
    String customer = Desk.newCustomer();
    JsonNode seen = writesAndIsOwned(customer);
    String caseId = seen.get("caseId").asText();
    desk.reply(seen, LOST, "resolved");
    Letter answer = desk.awaitLetter(customer, mail -> mail.text().contains(LOST));

    // When
    desk.post().giveBack(answer);

    // Then
    JsonNode open = desk.awaitCase(caseId, now -> now.get("status").asText().equals("open"));
    String owner = open.get("owner").asText();
    assertEquals(List.of(LOST), undelivered(open));
    awaitAlert(caseId, owner);

    // And nothing more goes to the address, until a supervisor says that it is right.
    Api notification = desk.staff().notification(desk.overseer(), "supervisor");
    String suppression = "/api/v1/suppressions/" + customer;
    JsonNode why = notification.get(suppression).expect(200).body().get("suppressions").get(0);
    assertEquals("permanent", why.get("kind").asText());
    assertEquals("5.1.1", why.get("status").asText());
    notification.delete(suppression).expectSuccess();
    notification.get(suppression).expect(404);

    // And the next answer arrives.
    desk.reply(open, "Once more: it is on its way.", "resolved");
    Letter second = desk.awaitLetter(customer, mail -> mail.text().contains("Once more"));
    assertTrue(second.references().contains(answer.messageId()), second.references().toString());
    assertEquals(List.of(LOST), undelivered(desk.awaitCase(caseId, _ -> true)));
  }

  @Test
  void an_address_that_only_looks_like_that_of_a_machine_gets_its_answer() {
    // Given
    String customer = "data-request@%s.example".formatted(UUID.randomUUID());
    JsonNode seen = writesAndIsOwned(customer);

    // When
    desk.reply(seen, "Here is what we know of you.", "resolved");

    // Then
    desk.awaitLetter(customer, mail -> mail.text().contains("Here is what we know of you."));
  }

  private JsonNode writesAndIsOwned(String customer) {
    desk.post().send(Letter.first(customer, SUPPORT, "Refund", "Where is my refund?"));
    return desk.awaitOwned(desk.awaitCaseOf(customer).get("caseId").asText());
  }

  /** The texts of the answers that are marked. */
  private static List<String> undelivered(JsonNode theCase) {
    return StreamSupport.stream(theCase.get("timeline").spliterator(), false)
        .filter(item -> item.path("undelivered").path("outcome").asText().equals("bounced"))
        .map(item -> item.get("text").asText())
        .toList();
  }

  private void awaitAlert(String caseId, String owner) {
    Waiting.until(
        "alert to " + owner,
        PATIENCE,
        () ->
            Optional.of(desk.notifications(caseId))
                .filter(
                    all ->
                        all.stream()
                            .filter(
                                one -> one.get("template").asText().equals("answer-undelivered"))
                            .filter(one -> one.get("recipient").asText().equals(owner))
                            .anyMatch(one -> one.get("state").asText().equals("sent"))));
  }
}
