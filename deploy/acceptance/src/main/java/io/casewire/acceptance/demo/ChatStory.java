package io.casewire.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.ChatWindow;
import io.casewire.acceptance.client.Desk;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A customer chats and is answered while he waits. */
final class ChatStory extends Story {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  ChatStory(Desk desk, Narrator narrator) {
    super(desk, narrator);
  }

  @Override
  void play() {
    narrator.chapter("chat");
    try (ChatWindow window = new ChatWindow(desk.http(), desk.casewire().intake().getFirst())) {
      window.send(Map.of("type", "hello", "email", customer, "locale", narrator.language()));
      window.next("welcome", PATIENCE);
      JsonNode accepted = say(window, "chat.first");
      String caseId = accepted.get("caseId").asText();
      narrator.tell("chat.accepted", accepted.get("caseNumber").asText());
      JsonNode seen = tellOwner(caseId);

      answer(window, seen, "chat.question", "pending");
      say(window, "chat.more");
      tellStatus(caseId, "open");
      answer(window, seen, "chat.solution", "resolved");
      tellStatus(caseId, "resolved");
      window.send(Map.of("type", "end"));
      tellAddresses(seen, desk.casewire().intake().getFirst() + "/chat");
    }
  }

  private JsonNode say(ChatWindow window, String words) {
    String text = narrator.words(words);
    window.send(
        Map.of("type", "message", "clientMessageId", UUID.randomUUID().toString(), "text", text));
    narrator.tell("chat.said");
    narrator.quote(text);
    return window.next("accepted", PATIENCE);
  }

  private void answer(ChatWindow window, JsonNode seen, String words, String then) {
    desk.reply(seen, narrator.words(words), then);
    JsonNode shown = window.next("reply", PATIENCE);
    window.send(Map.of("type", "seen", "eventId", shown.get("eventId").asText()));
    narrator.tell("chat.shown", shown.get("agent").asText());
    narrator.quote(shown.get("text").asText());
  }
}
