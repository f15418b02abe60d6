package io.casewire.acceptance.load;

import io.casewire.acceptance.load.Disturbance.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the customers of a load know for sure, and what they don't know yet. Thread-safe. */
final class Ledger {

  private final Queue<AcceptedMessage> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<AcceptedMessage> openings = new ConcurrentLinkedQueue<>();
  private final Set<String> undecided = ConcurrentHashMap.newKeySet();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private final Set<String> shownTwice = ConcurrentHashMap.newKeySet();
  private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
  private final Map<Channel, Latencies> latencies = new EnumMap<>(Channel.class);
  private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

  Ledger() {
    for (Channel channel : Channel.values()) {
      latencies.put(channel, new Latencies());
    }
  }

  /**
   * The wish of a customer to write.
   *
   * @param waited until the message was accepted; null if it was not
   */
  private record Wish(Instant at, @Nullable Duration waited) {

    boolean isWithin(Absence absence) {
      return !at.isBefore(absence.from()) && at.isBefore(absence.until());
    }

    boolean isServedWithin(Duration limit) {
      return waited != null && waited.compareTo(limit) <= 0;
    }
  }

  /** The customer begins to write; until he is answered his case may exist or not. */
  void begin(Customer customer) {
    wishes.put(customer.address(), new Wish(Instant.now().minus(customer.waiting()), null));
    undecided.add(customer.address());
  }

  /** The customer's first message was accepted. */
  void opened(Customer customer, AcceptedMessage message) {
    Duration waited = customer.waiting();
    latencies.get(customer.channel()).add(waited);
    wishes.computeIfPresent(customer.address(), (_, wish) -> new Wish(wish.at(), waited));
    openings.add(message);
    accepted.add(message);
    undecided.remove(customer.address());
  }

  /** A later message of the customer was accepted. */
  void appended(AcceptedMessage message) {
    accepted.add(message);
  }

  /** The customer was told that his message is not accepted. */
  void refused(Customer customer, String reason) {
    undecided.remove(customer.address());
    count(customer, reason);
  }

  /** Something did not go as the customer wished; he tries again or gives up. */
  void count(Customer customer, String what) {
    refusals
        .computeIfAbsent(customer.channel().typedName() + ": " + what, _ -> new LongAdder())
        .increment();
  }

  /** The customer stays until he is answered. */
  void expectAnswer(Customer customer) {
    unanswered.add(customer.address());
  }

  /** The customer has seen an answer. */
  void answered(Customer customer) {
    unanswered.remove(customer.address());
  }

  /** The customer was shown one answer twice. */
  void shownTwice(String messageId) {
    shownTwice.add(messageId);
  }

  /** How many customers wished to write during an absence. */
  long wishesDuring(Absence absence) {
    return wishes.values().stream().filter(wish -> wish.isWithin(absence)).count();
  }

  /** How many of these customers were served within a time. */
  long servedDuring(Absence absence, Duration limit) {
    return wishes.values().stream()
        .filter(wish -> wish.isWithin(absence) && wish.isServedWithin(limit))
        .count();
  }

  /** How long the customers of a channel waited until their first message was accepted. */
  Latencies latencies(Channel channel) {
    return latencies.get(channel);
  }

  /** How often something did not go as the customers wished. */
  Map<String, Long> troubles() {
    Map<String, Long> counts = new TreeMap<>();
    refusals.forEach((what, count) -> counts.put(what, count.sum()));
    return counts;
  }

  /** All that is known for sure. */
  List<AcceptedMessage> accepted() {
    return List.copyOf(accepted);
  }

  /** The first messages among what is known for sure. */
  List<AcceptedMessage> openings() {
    return List.copyOf(openings);
  }

  /** The addresses of customers who don't know whether they have a case. */
  Set<String> undecided() {
    return Set.copyOf(undecided);
  }

  /** The addresses of customers who have waited in vain for an answer to appear. */
  Set<String> unanswered() {
    return Set.copyOf(unanswered);
  }

  /** Answers that one customer was shown twice. */
  Set<String> answersShownTwice() {
    return Set.copyOf(shownTwice);
  }
}
