package io.casewire.acceptance.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a load's customers and agents can testify.
 *
 * @param accepted every message that was accepted
 * @param answers every agent's answer that was accepted
 * @param undecided addresses of customers who never learned whether they have a case
 * @param unanswered addresses of customers who waited in vain for an answer to appear in their chat
 * @param chatsUntil until when they waited
 * @param shownTwice answers that one customer was shown twice
 * @param repeatedMails mails that one mailbox got several times, and how often
 */
public record Evidence(
    List<AcceptedMessage> accepted,
    List<Answered> answers,
    Set<String> undecided,
    Set<String> unanswered,
    Instant chatsUntil,
    Set<String> shownTwice,
    Map<String, Integer> repeatedMails) {

  public Evidence {
    accepted = List.copyOf(accepted);
    answers = List.copyOf(answers);
    undecided = Set.copyOf(undecided);
    unanswered = Set.copyOf(unanswered);
    shownTwice = Set.copyOf(shownTwice);
    repeatedMails = Map.copyOf(repeatedMails);
  }
}
