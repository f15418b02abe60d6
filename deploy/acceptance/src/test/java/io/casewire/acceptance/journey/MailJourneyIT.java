package io.casewire.acceptance.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Letter;
import io.casewire.acceptance.client.Waiting;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackExtension;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails to the support address, and what becomes of answers to the answers. */
@ExtendWith(StackExtension.class)
class MailJourneyIT {

  private static final String SUPPORT = "support@casewire.localhost";

  private final Desk desk;
  private final String customer = Desk.newCustomer();

  MailJourneyIT(Deployment casewire) {
    this.desk = TestDesk.open(casewire);
  }

  @Test
  void a_mail_becomes_a_case_and_is_acknowledged_in_its_thread() {
    // Given
    Letter first = Letter.first(customer, SUPPORT, "Withdrawal", "My withdrawal is pending.");

    // When
    desk.post().send(first);

    // Then
    JsonNode seen = desk.awaitOwned(desk.awaitCaseOf(customer).get("caseId").asText());
    assertEquals("email", seen.get("channel").asText());
    Letter acknowledgement = acknowledgement(seen);
    assertEquals(first.messageId(), acknowledgement.inReplyTo());
  }

  @Test
  void the_agents_answer_and_the_customers_next_mail_stay_in_one_thread_and_one_case() {
    // Given
    desk.post().send(Letter.first(customer, SUPPORT, "Refund", "Where is my refund?"));
    JsonNode seen = desk.awaitOwned(desk.awaitCaseOf(customer).get("caseId").asText());
    Letter acknowledgement = acknowledgement(seen);
    desk.reply(seen, "Which shop was it?", "pending");
    Letter answer = desk.awaitLetter(customer, mail -> mail.text().contains("Which shop was it?"));

    // When
    desk.post().send(answer.answer("It was the shop Windflower."));

    // Then
    assertTrue(answer.references().contains(acknowledgement.messageId()));
    String caseId = seen.get("caseId").asText();
    JsonNode conversation = desk.awaitConversation(caseId, now -> now.get("messages").size() == 3);
    assertEquals(
        "It was the shop Windflower.", conversation.get("messages").get(2).get("text").asText());
    desk.awaitCase(caseId, now -> now.get("status").asText().equals("open"));
  }

  @Test
  void a_strangers_mail_with_the_number_in_its_subject_opens_a_case_of_its_own() {
    // Given
    JsonNode theirs = desk.request(customer, "en", "Fees", "My account is DE-42, which fees?");
    String number = theirs.get("caseNumber").asText();
    desk.awaitOwned(theirs.get("caseId").asText());
    String stranger = Desk.newCustomer();

    // When
    desk.post()
        .send(
            Letter.first(stranger, SUPPORT, "Re: [" + number + "]", "Please tell me everything."));

    // Then
    JsonNode own = desk.awaitOwned(desk.awaitCaseOf(stranger).get("caseId").asText());
    assertNotEquals(theirs.get("caseId"), own.get("caseId"));
    String seen =
        desk.awaitConversation(
                desk.holder(acknowledgement(stranger, own).link("/cases/")),
                own.get("caseId").asText(),
                _ -> true)
            .toString();
    assertFalse(seen.contains("DE-42"), seen);
    desk.holder(acknowledgement(stranger, own).link("/cases/"))
        .get("/api/v1/cases/" + number)
        .expect(404);
    assertEquals(
        1, desk.awaitConversation(theirs.get("caseId").asText(), _ -> true).get("messages").size());
  }

  @Test
  void the_same_mail_twice_is_one_case() {
    // Given
    Letter letter = Letter.first(customer, SUPPORT, "Twice", "My program sends everything twice.");

    // When
    desk.post().send(letter);
    desk.post().send(letter);
    desk.post().send(Letter.first(customer, SUPPORT, "Another", "This one is another matter."));

    // Then
    desk.awaitLetter(customer, mail -> mail.inReplyTo() != null);
    assertEquals(2, awaitCases(2));
  }

  private long awaitCases(int count) {
    return Waiting.until(
        count + " cases",
        Duration.ofSeconds(30),
        () ->
            Optional.of(Desk.items(desk.routing(), "/api/v1/cases?customer=" + customer).count())
                .filter(seen -> seen >= count));
  }

  private Letter acknowledgement(JsonNode seen) {
    return acknowledgement(customer, seen);
  }

  private Letter acknowledgement(String address, JsonNode seen) {
    String number = seen.get("caseNumber").asText();
    return desk.awaitLetter(address, mail -> mail.subject().contains(number));
  }
}
