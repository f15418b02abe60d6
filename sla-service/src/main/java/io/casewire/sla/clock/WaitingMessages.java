package io.casewire.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages of a case that wait for an answer, in their order. */
final class WaitingMessages {

  private final List<WaitingMessage> messages;

  WaitingMessages(List<WaitingMessage> messages) {
    this.messages = new ArrayList<>(messages);
  }

  List<WaitingMessage> all() {
    return List.copyOf(messages);
  }

  Optional<WaitingMessage> oldest() {
    return messages.stream().findFirst();
  }

  void add(WaitingMessage message) {
    messages.add(message);
  }

  void remove(UUID messageId) {
    messages.removeIf(message -> message.messageId().equals(messageId));
  }

  void clear() {
    messages.clear();
  }

  /** Takes out those that a writer had seen. */
  List<WaitingMessage> settle(long seenIntakeSeq) {
    List<WaitingMessage> seen =
        messages.stream().filter(message -> message.seenBy(seenIntakeSeq)).toList();
    messages.removeAll(seen);
    return seen;
  }

  /** Their answer was none, as became known at an instant. */
  void waitAgain(List<WaitingMessage> settled, Instant at) {
    settled.forEach(message -> messages.add(message.again(at)));
    messages.sort(Comparator.comparingLong(WaitingMessage::sequence));
  }

  /** Since when it was known that the customer waits; the given instant if it was not before. */
  Instant knownSince(Instant atTheLatest) {
    return messages.stream()
        .map(WaitingMessage::knownSince)
        .filter(atTheLatest::isAfter)
        .min(Comparator.naturalOrder())
        .orElse(atTheLatest);
  }
}
