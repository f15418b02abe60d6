package io.casewire.acceptance.load;

import io.casewire.events.CaseAgentReplied;
import io.casewire.events.CaseEvent;
import io.casewire.events.CaseOpened;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * All customers of a load. Each writes at his appointed time, whether or not others were answered.
 */
final class Crowd {

  /** One customer in so many has more to say. */
  private static final int TALKATIVE = 5;

  private final Map<Channel, CustomerVoice> voices;
  private final List<Channel> channels;
  private final CustomerTexts texts;
  private final Ledger ledger;
  private final Map<String, Customer> byAddress = new ConcurrentHashMap<>();
  private final Map<UUID, Customer> byCase = new ConcurrentHashMap<>();
  private final Set<UUID> answered = ConcurrentHashMap.newKeySet();

  /**
   * @param channels taken in turn
   */
  Crowd(
      Map<Channel, CustomerVoice> voices,
      List<Channel> channels,
      CustomerTexts texts,
      Ledger ledger) {
    this.voices = Map.copyOf(voices);
    this.channels = List.copyOf(channels);
    this.texts = texts;
    this.ledger = ledger;
  }

  /** So many customers write at this rate. Returns when the last one has begun. */
  void write(double rate, long customers, String name) {
    long start = System.nanoTime();
    for (long i = 0; i < customers; i++) {
      long appointed = start + (long) (i * 1e9 / rate);
      LockSupport.parkNanos(appointed - System.nanoTime());
      write(i, "load-%s-%d@customers.example".formatted(name, i), appointed);
    }
  }

  private void write(long number, String address, long appointed) {
    Channel channel = channels.get((int) (number % channels.size()));
    boolean writesAgain = number / channels.size() % TALKATIVE == 0;
    Customer customer =
        new Customer(number, channel, address, texts.next(), appointed, writesAgain);
    byAddress.put(address, customer);
    ledger.begin(customer);
    voices.get(channel).open(customer);
  }

  /** Hears of a case: a customer who is answered for the first time may have more to say. */
  void hear(CaseEvent event) {
    switch (event) {
      case CaseOpened opened when opened.personal().from() != null -> {
        Customer customer = byAddress.get(opened.personal().from());
        if (customer != null) {
          byCase.put(opened.caseId(), customer);
        }
      }
      case CaseAgentReplied reply -> {
        Customer customer = byCase.get(reply.caseId());
        if (customer != null && answered.add(reply.caseId())) {
          voices.get(customer.channel()).answered(customer, reply.caseId());
        }
      }
      default -> {
        // Nothing that a customer would answer.
      }
    }
  }

  /** Whether a case is that of one of these customers, as far as the stream has told. */
  boolean knows(UUID caseId) {
    return byCase.containsKey(caseId);
  }

  /** How often something was sent again, over all channels. */
  long retries() {
    return voices.values().stream().mapToLong(CustomerVoice::retries).sum();
  }
}
