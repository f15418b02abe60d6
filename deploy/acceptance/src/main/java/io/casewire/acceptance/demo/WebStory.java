package io.casewire.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Letter;
import java.util.Map;

/** A customer fills in the form, is asked back, answers on the case's page, and is helped. */
final class WebStory extends Story {

  WebStory(Desk desk, Narrator narrator) {
    super(desk, narrator);
  }

  @Override
  void play() {
    narrator.chapter("web");
    String body = narrator.words("web.body");
    JsonNode accepted =
        desk.request(customer, narrator.language(), narrator.words("web.subject"), body);
    narrator.tell("web.sent", customer, accepted.get("caseNumber").asText());
    narrator.quote(body);
    String caseId = accepted.get("caseId").asText();
    JsonNode seen = tellOwner(caseId);
    Letter acknowledgement = tellAcknowledgement(accepted.get("caseNumber").asText());
    tellRedaction(caseId);

    tellMailedReply(seen, "web.question", "pending", acknowledgement);
    tellStatus(caseId, "pending");
    String link = acknowledgement.link("/cases/");
    String more = narrator.words("web.more");
    desk.holder(link)
        .post("/api/v1/cases/%s/messages".formatted(caseId), Map.of("text", more))
        .expect(201);
    narrator.tell("web.more-sent");
    narrator.quote(more);
    tellStatus(caseId, "open");

    tellMailedReply(seen, "web.solution", "resolved", acknowledgement);
    tellStatus(caseId, "resolved");
    tellAddresses(seen, link);
  }

  private void tellRedaction(String caseId) {
    String kept =
        desk.awaitConversation(caseId, _ -> true).get("messages").get(0).get("text").asText();
    narrator.tell("redacted");
    narrator.quote(kept);
  }
}
