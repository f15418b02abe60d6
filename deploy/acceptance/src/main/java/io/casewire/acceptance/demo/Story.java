package io.casewire.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Letter;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the stories have in common: each tells what the system really answers. */
abstract class Story {

  private static final int SHOWN = 5;

  final Desk desk;
  final Narrator narrator;
  final String customer = Desk.newCustomer();

  Story(Desk desk, Narrator narrator) {
    this.desk = desk;
    this.narrator = narrator;
  }

  abstract void play();

  /** Who has the case, and why he and nobody else. */
  JsonNode tellOwner(String caseId) {
    JsonNode seen = desk.awaitOwned(caseId);
    narrator.tell(
        "assigned",
        seen.get("caseNumber").asText(),
        seen.get("category").asText(),
        seen.get("language").asText(),
        seen.get("queue").asText(),
        seen.get("owner").asText());
    StreamSupport.stream(desk.decision(caseId).get("candidates").spliterator(), false)
        .limit(SHOWN)
        .map(Story::line)
        .forEach(narrator::quote);
    return seen;
  }

  private static String line(JsonNode candidate) {
    return "%s: %s (%d/%d)"
        .formatted(
            candidate.get("agentId").asText(),
            candidate.get("eligible").asBoolean() ? "✓" : candidate.path("reason").asText(),
            candidate.get("load").asInt(),
            candidate.get("capacity").asInt());
  }

  Letter tellAcknowledgement(String number) {
    Letter letter = desk.awaitLetter(customer, mail -> mail.subject().contains(number));
    narrator.tell("acknowledged", customer);
    narrator.quote(letter.subject());
    return letter;
  }

  /** The agent's words, which the customer then finds in his mail, in the same thread. */
  Letter tellMailedReply(JsonNode seen, String words, String then, Letter thread) {
    String text = narrator.words(words);
    desk.reply(seen, text, then);
    narrator.tell("replied", seen.get("owner").asText(), then);
    narrator.quote(text);
    Letter answer = desk.awaitLetter(customer, mail -> mail.text().contains(text));
    narrator.tell(
        answer.references().contains(thread.messageId()) ? "threaded" : "not-threaded",
        answer.subject());
    return answer;
  }

  void tellStatus(String caseId, String status) {
    JsonNode seen = desk.awaitCase(caseId, now -> now.get("status").asText().equals(status));
    narrator.tell("status", seen.get("caseNumber").asText(), status);
  }

  /** Where to look oneself. */
  void tellAddresses(JsonNode seen, String link) {
    String caseId = seen.get("caseId").asText();
    narrator.tell("addresses");
    narrator.quote(
        String.join(
            "\n",
            List.of(
                link,
                desk.casewire().routing().getFirst() + "/desk",
                desk.casewire().routing().getFirst() + "/api/v1/cases/" + caseId,
                desk.casewire().notification().getFirst()
                    + "/api/v1/notifications?caseId="
                    + caseId)));
  }
}
