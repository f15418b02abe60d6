package io.casewire.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.client.Letter;

/** A customer writes a mail and answers the answer: it all is one case. */
final class MailStory extends Story {

  private static final String SUPPORT = "support@casewire.localhost";

  MailStory(Desk desk, Narrator narrator) {
    super(desk, narrator);
  }

  @Override
  void play() {
    narrator.chapter("mail");
    Letter first =
        Letter.first(
            customer, SUPPORT, narrator.words("mail.subject"), narrator.words("mail.body"));
    desk.post().send(first);
    narrator.tell("mail.sent", customer, SUPPORT);
    narrator.quote(first.subject() + "\n" + first.text());
    JsonNode opened = desk.awaitCaseOf(customer);
    narrator.tell("mail.became-case", opened.get("caseNumber").asText());
    String caseId = opened.get("caseId").asText();
    JsonNode seen = tellOwner(caseId);
    Letter acknowledgement = tellAcknowledgement(opened.get("caseNumber").asText());

    Letter answer = tellMailedReply(seen, "mail.question", "pending", acknowledgement);
    String more = narrator.words("mail.more");
    desk.post().send(answer.answer(more));
    narrator.tell("mail.answered");
    desk.awaitConversation(caseId, now -> now.get("messages").toString().contains(more));
    narrator.tell("mail.appended", opened.get("caseNumber").asText());
    tellStatus(caseId, "open");

    tellMailedReply(seen, "mail.solution", "resolved", acknowledgement);
    tellStatus(caseId, "resolved");
    tellAddresses(seen, acknowledgement.link("/cases/"));
  }
}
