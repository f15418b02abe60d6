package io.casewire.sla.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An agent's answer. It is remembered because it may turn out that it never reached the customer.
 *
 * @param messageId the answer
 * @param seenIntakeSeq the last sequence of intake that its writer can have seen
 * @param settled the customer's messages that wait no more because of it
 * @param met the clocks that are met because of it
 * @param arrived false once it is known that it reached nobody
 */
public record Answer(
    UUID messageId,
    long seenIntakeSeq,
    List<WaitingMessage> settled,
    List<UUID> met,
    boolean arrived) {

  public Answer {
    settled = List.copyOf(settled);
    met = List.copyOf(met);
  }

  /** It reached nobody, and holds nothing any more. */
  Answer lost() {
    return new Answer(messageId, seenIntakeSeq, List.of(), List.of(), false);
  }

  /** Whether this answer tells the customer all that the other one would have told him. */
  boolean standsInFor(Answer other) {
    return arrived && seenIntakeSeq >= other.seenIntakeSeq;
  }

  Answer with(Answer other) {
    var allSettled = new ArrayList<>(other.settled);
    allSettled.addAll(settled);
    var allMet = new ArrayList<>(other.met);
    allMet.addAll(met);
    return new Answer(messageId, seenIntakeSeq, allSettled, allMet, arrived);
  }

  Answer without(UUID refusedMessageId) {
    var rest =
        settled.stream().filter(message -> !message.messageId().equals(refusedMessageId)).toList();
    return new Answer(messageId, seenIntakeSeq, rest, met, arrived);
  }
}
