package io.casewire.acceptance.audit;

import io.casewire.acceptance.load.AcceptedMessage;
import io.casewire.acceptance.load.Answered;
import io.casewire.acceptance.load.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares what customers and agents testify with what the stream says. */
final class Testimony {

  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);

  private final Evidence evidence;
  private final TopicFold stream;

  Testimony(Evidence evidence, TopicFold stream) {
    this.evidence = evidence;
    this.stream = stream;
  }

  List<Finding> check() {
    return List.of(
        oneCaseEach(),
        atMostOneCase(),
        seenInChat(),
        Finding.of("no answer was shown twice", List.copyOf(evidence.shownTwice())));
  }

  /**
   * Of the customers who saw no answer there must not have been one while they waited. One that
   * comes later goes by mail in the end.
   */
  private Finding seenInChat() {
    Instant inTime = evidence.chatsUntil().minus(SHOWN_WITHIN);
    Set<UUID> answered =
        evidence.answers().stream()
            .filter(answer -> answer.at().isBefore(inTime))
            .map(Answered::caseId)
            .collect(Collectors.toSet());
    return Finding.of(
        "every answer to a chat was seen by the customer who waited for it",
        evidence.unanswered().stream()
            .filter(address -> stream.casesOf(address).stream().anyMatch(answered::contains))
            .toList());
  }

  /** The cases of all customers whose first message was accepted. */
  Set<UUID> cases() {
    return addresses().stream()
        .flatMap(address -> stream.casesOf(address).stream())
        .collect(Collectors.toSet());
  }

  /** A customer writes one first message; all else he writes belongs to the same case. */
  private Finding oneCaseEach() {
    List<String> offences = new ArrayList<>();
    for (String address : addresses()) {
      List<UUID> cases = stream.casesOf(address);
      if (cases.size() != 1) {
        offences.add(address + " has cases " + cases);
      }
    }
    for (AcceptedMessage message : evidence.accepted()) {
      if (message.caseId() != null
          && !stream.casesOf(message.address()).equals(List.of(message.caseId()))) {
        offences.add(message.address() + " was told of case " + message.caseId());
      }
    }
    return Finding.of("every accepted customer has one case", offences);
  }

  private Finding atMostOneCase() {
    return Finding.of(
        "a customer who never got an answer has one case at most",
        evidence.undecided().stream()
            .filter(address -> stream.casesOf(address).size() > 1)
            .toList());
  }

  private Set<String> addresses() {
    return evidence.accepted().stream()
        .map(AcceptedMessage::address)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
