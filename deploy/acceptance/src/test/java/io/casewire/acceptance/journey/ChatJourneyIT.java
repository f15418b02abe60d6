package io.casewire.acceptance.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.ChatWindow;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A chat, over whichever replica of intake the customer's browser happens to reach. */
@ExtendWith(StackExtension.class)
class ChatJourneyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Desk desk;
  private final String customer = Desk.newCustomer();

  ChatJourneyIT(Deployment casewire) {
    this.desk = TestDesk.open(casewire);
  }

  @Test
  void the_agents_answer_is_pushed_into_the_chat() {
    try (ChatWindow window = open(first())) {
      // Given
      window.send(Map.of("type", "hello", "email", customer, "locale", "en"));
      window.next("welcome", PATIENCE);
      JsonNode accepted = say(window, "one", "I can't sign in.");
      JsonNode seen = desk.awaitOwned(accepted.get("caseId").asText());

      // When
      desk.reply(seen, "Please try the new link.", "pending");

      // Then
      JsonNode reply = window.next("reply", PATIENCE);
      assertEquals("chat", seen.get("channel").asText());
      assertEquals("Please try the new link.", reply.get("text").asText());
      assertEquals("Zoe", reply.get("agent").asText());
    }
  }

  @Test
  void a_chat_goes_on_over_another_replica_with_what_was_missed() {
    // Given
    String session;
    JsonNode seen;
    try (ChatWindow window = open(first())) {
      window.send(Map.of("type", "hello", "email", customer, "locale", "en"));
      session = window.next("welcome", PATIENCE).get("sessionToken").asText();
      seen = desk.awaitOwned(say(window, "one", "My code expired.").get("caseId").asText());
    }
    desk.reply(seen, "Here is a new one.", "pending");

    try (ChatWindow window = open(last())) {
      // When
      window.send(Map.of("type", "hello", "sessionToken", session));

      // Then
      JsonNode welcome = window.next("welcome", PATIENCE);
      assertEquals(seen.get("caseId"), welcome.get("caseId"));
      assertEquals("Here is a new one.", window.next("reply", PATIENCE).get("text").asText());
    }
  }

  @Test
  void a_message_that_is_sent_again_is_one_message() {
    try (ChatWindow window = open(first())) {
      // Given
      window.send(Map.of("type", "hello", "email", customer, "locale", "en"));
      window.next("welcome", PATIENCE);
      JsonNode accepted = say(window, "one", "Is anybody there?");

      // When
      JsonNode again = say(window, "one", "Is anybody there?");

      // Then
      assertEquals(accepted.get("messageId"), again.get("messageId"));
      String caseId = accepted.get("caseId").asText();
      JsonNode messages = desk.awaitConversation(caseId, _ -> true).get("messages");
      assertEquals(
          1, messages.findValuesAsText("from").stream().filter("customer"::equals).count());
    }
  }

  private static JsonNode say(ChatWindow window, String id, String text) {
    window.send(Map.of("type", "message", "clientMessageId", id, "text", text));
    return window.next("accepted", PATIENCE);
  }

  private ChatWindow open(URI intake) {
    return new ChatWindow(desk.http(), intake);
  }

  private URI first() {
    return desk.casewire().intake().getFirst();
  }

  private URI last() {
    return desk.casewire().intake().getLast();
  }
}
