package io.casewire.acceptance.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Api;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Letter;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackExtension;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request by the public form, from the customer's first word to the agent's last. */
@ExtendWith(StackExtension.class)
class WebJourneyIT {

  private static final String CARD = "4111 1111 1111 1111";

  private final Desk desk;
  private final String customer = Desk.newCustomer();

  WebJourneyIT(Deployment casewire) {
    this.desk = TestDesk.open(casewire);
  }

  @Test
  void a_request_gets_an_owner_and_routing_can_say_why() {
    // When
    JsonNode accepted = desk.request(customer, "zh", "付款失败", "昨天付款失败，但是钱被扣了。");

    // Then
    String caseId = accepted.get("caseId").asText();
    JsonNode seen = desk.awaitOwned(caseId);
    assertEquals("open", seen.get("status").asText());
    assertEquals("web", seen.get("channel").asText());
    assertEquals("zh", seen.get("language").asText());
    JsonNode decision = desk.decision(caseId);
    assertEquals(seen.get("owner"), decision.get("chosen"));
    assertTrue(
        stream(decision.get("candidates"))
            .anyMatch(
                candidate ->
                    candidate.get("agentId").equals(seen.get("owner"))
                        && candidate.get("eligible").asBoolean()));
  }

  @Test
  void the_acknowledgement_has_the_number_and_none_of_the_senders_words() {
    // When
    JsonNode accepted =
        desk.request(customer, "en", "Charged twice", "The shop Windflower charged me twice.");

    // Then
    String number = accepted.get("caseNumber").asText();
    Letter acknowledgement = desk.awaitLetter(customer, mail -> mail.subject().contains(number));
    assertFalse(acknowledgement.text().contains("Windflower"), acknowledgement.text());
    assertEquals(
        1,
        desk.notifications(accepted.get("caseId").asText()).stream()
            .filter(item -> item.get("template").asText().equals("case-acknowledged"))
            .count());
  }

  @Test
  void the_agents_answer_is_threaded_under_the_acknowledgement() {
    // Given
    JsonNode accepted = desk.request(customer, "en", "Refund", "The shop agreed to refund me.");
    JsonNode seen = desk.awaitOwned(accepted.get("caseId").asText());
    String number = accepted.get("caseNumber").asText();
    Letter acknowledgement = desk.awaitLetter(customer, mail -> mail.subject().contains(number));

    // When
    desk.reply(seen, "The refund is on its way to you.", "resolved");

    // Then
    Letter answer =
        desk.awaitLetter(customer, mail -> mail.text().contains("refund is on its way"));
    assertEquals(acknowledgement.messageId(), answer.inReplyTo());
    assertTrue(answer.references().contains(acknowledgement.messageId()));
    desk.awaitCase(
        seen.get("caseId").asText(), now -> "resolved".equals(now.get("status").asText()));
  }

  @Test
  void the_forms_own_link_shows_nothing_that_others_wrote_and_the_mailed_link_does() {
    // Given
    JsonNode accepted = desk.request(customer, "en", "Locked out", "I can't sign in any more.");
    String caseId = accepted.get("caseId").asText();
    desk.reply(desk.awaitOwned(caseId), "Your account is open again.", "pending");
    Letter acknowledgement = desk.awaitLetter(customer, mail -> mail.text().contains("/cases/"));
    desk.awaitConversation(
        desk.holder(acknowledgement.link("/cases/")),
        caseId,
        seen -> seen.toString().contains("Your account is open again"));

    // When
    JsonNode form = conversation(desk.holder(accepted.get("trackingUrl").asText()), caseId);

    // Then
    assertEquals("pending", form.get("status").asText());
    assertTrue(form.toString().contains("I can't sign in any more."), form.toString());
    assertFalse(form.toString().contains("Your account is open again"), form.toString());
  }

  @Test
  void a_link_opens_its_own_case_and_no_other_of_the_same_customer() {
    // Given
    JsonNode first = desk.request(customer, "en", "Fees", "Which fees do you take?");
    JsonNode second = desk.request(customer, "en", "Feedback", "I like your new page.");

    // When
    Api holder = desk.holder(first.get("trackingUrl").asText());

    // Then
    holder.get("/api/v1/cases/" + first.get("caseId").asText()).expect(200);
    holder.get("/api/v1/cases/" + second.get("caseId").asText()).expect(404);
  }

  @Test
  void a_card_number_is_shown_to_nobody() {
    // When
    JsonNode accepted =
        desk.request(customer, "en", "Card " + CARD, "My card is " + CARD + ", please help.");

    // Then
    String caseId = accepted.get("caseId").asText();
    JsonNode seen = desk.awaitOwned(caseId);
    JsonNode conversation = desk.awaitConversation(caseId, _ -> true);
    assertTrue(conversation.toString().contains("1111, please help."), conversation.toString());
    assertFalse(conversation.toString().contains(CARD), conversation.toString());
    assertFalse(seen.toString().contains(CARD), seen.toString());
  }

  @Test
  void the_same_key_and_request_is_one_case_however_often_it_is_sent() {
    // Given
    Map<String, Object> request =
        Map.of("customer", Map.of("email", customer), "subject", "Fees", "body", "Which fees?");
    Map<String, String> key = Map.of("Idempotency-Key", customer);
    String caseId =
        desk.publicIntake().post("/api/v1/requests", request, key).expect(201).text("caseId");

    // When
    String again =
        desk.publicIntake().post("/api/v1/requests", request, key).expect(201).text("caseId");

    // Then
    assertEquals(caseId, again);
  }

  private static JsonNode conversation(Api reader, String caseId) {
    return reader.get("/api/v1/cases/" + caseId).expect(200).body();
  }

  private static Stream<JsonNode> stream(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false);
  }
}
