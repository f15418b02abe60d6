package io.casewire.sla.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The last answers of a case, in their order. Older ones are forgotten: those that came after them
 * stand in for them.
 */
final class RecentAnswers {

  private static final int MOST = 10;

  private final List<Answer> answers;

  RecentAnswers(List<Answer> answers) {
    this.answers = new ArrayList<>(answers);
  }

  List<Answer> all() {
    return List.copyOf(answers);
  }

  boolean contains(UUID messageId) {
    return indexOf(messageId).isPresent();
  }

  void add(Answer answer) {
    answers.add(answer);
    if (answers.size() > MOST) {
      answers.removeFirst();
    }
  }

  void clear() {
    answers.clear();
  }

  void forget(UUID customerMessageId) {
    answers.replaceAll(answer -> answer.without(customerMessageId));
  }

  /** The clocks that one of the answers has met. */
  Set<UUID> metClocks() {
    return answers.stream().flatMap(answer -> answer.met().stream()).collect(Collectors.toSet());
  }

  /**
   * An answer reached nobody.
   *
   * @return the answer with all that it had settled, to be undone; empty if a later answer stands
   *     in for it, or if this is known already
   */
  Optional<Answer> lose(UUID messageId) {
    Optional<Integer> place = indexOf(messageId);
    if (place.isPresent()) {
      return answers.get(place.get()).arrived() ? lose(place.get()) : Optional.empty();
    }
    if (!answers.isEmpty()) {
      return Optional.empty();
    }
    // From before answers were remembered: nobody knows what it had settled.
    add(new Answer(messageId, Long.MIN_VALUE, List.of(), List.of(), false));
    return Optional.of(answers.getFirst());
  }

  private Optional<Answer> lose(int place) {
    Answer answer = answers.get(place);
    answers.set(place, answer.lost());
    Optional<Integer> successor =
        IntStream.range(place + 1, answers.size())
            .boxed()
            .filter(later -> answers.get(later).standsInFor(answer))
            .findFirst();
    successor.ifPresent(later -> answers.set(later, answers.get(later).with(answer)));
    return successor.isPresent() ? Optional.empty() : Optional.of(answer);
  }

  /** Takes out an answer that was believed to be lost. */
  Optional<Answer> takeLost(UUID messageId) {
    return indexOf(messageId)
        .filter(place -> !answers.get(place).arrived())
        .map(place -> answers.remove(place.intValue()));
  }

  private Optional<Integer> indexOf(UUID messageId) {
    return IntStream.range(0, answers.size())
        .boxed()
        .filter(place -> answers.get(place).messageId().equals(messageId))
        .findFirst();
  }
}
