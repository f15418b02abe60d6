package io.casewire.acceptance.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.ChatWindow;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One customer's chat over as many connections as it takes: he says what he has to say until it is
 * accepted, and stays until each of his messages is answered. As patient as our own page.
 */
final class ChatVisit {

  private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(60);

  private final Customer customer;
  private final Patience patience;
  private final Ledger ledger;
  private final Set<String> answers = new HashSet<>();
  private @Nullable String sessionToken;
  private @Nullable String lastEventId;
  private int accepted;
  private int timesLetIn;

  ChatVisit(Customer customer, Patience patience, Ledger ledger) {
    this.customer = customer;
    this.patience = patience;
    this.ledger = ledger;
  }

  Customer customer() {
    return customer;
  }

  /** Whether all was said and answered. */
  boolean isOver() {
    return accepted == messages() && answers.size() >= messages();
  }

  int timesLetIn() {
    return timesLetIn;
  }

  private int messages() {
    return customer.writesAgain() ? 2 : 1;
  }

  /**
   * Goes on with the visit over this connection, as far as it gets.
   *
   * @throws ChatWindow.LostException when the connection fails, or does not answer in time
   */
  void talk(ChatWindow window) {
    window.send(hello());
    awaitWelcome(window);
    for (int attempts = 0; !isOver() && patience.lasts(); ) {
      if (accepted < messages() && answers.size() >= accepted) {
        attempts = say(window) ? 0 : attempts + 1;
        if (attempts > 0) {
          patience.pause(attempts);
        }
      } else {
        window.next(patience.answerWithin()).ifPresent(frame -> hear(window, frame));
      }
    }
    window.send(Map.of("type", "end"));
  }

  private Map<String, Object> hello() {
    Map<String, Object> hello = new HashMap<>();
    hello.put("type", "hello");
    hello.put("email", customer.address());
    hello.put("locale", customer.text().locale());
    if (sessionToken != null) {
      hello.put("sessionToken", sessionToken);
    }
    if (lastEventId != null) {
      hello.put("lastEventId", lastEventId);
    }
    return hello;
  }

  private void awaitWelcome(ChatWindow window) {
    while (true) {
      JsonNode frame =
          window
              .next(CONFIRMED_WITHIN)
              .orElseThrow(() -> new ChatWindow.LostException("no welcome came"));
      if (frame.get("type").asText().equals("welcome")) {
        sessionToken = frame.get("sessionToken").asText();
        timesLetIn++;
        return;
      }
      hear(window, frame);
      if (frame.path("code").asText().equals("unavailable")) {
        throw new ChatWindow.LostException("not let in");
      }
    }
  }

  /** Whether it was accepted. If not, it is said again under the same number. */
  private boolean say(ChatWindow window) {
    String id = "%s-%d".formatted(customer.address(), accepted);
    String text = accepted == 0 ? customer.text().body() : CustomerTexts.more(customer.text());
    window.send(Map.of("type", "message", "clientMessageId", id, "text", text));
    while (true) {
      Optional<JsonNode> next = window.next(CONFIRMED_WITHIN);
      if (next.isEmpty()) {
        ledger.count(customer, "not accepted in time");
        return false;
      }
      JsonNode frame = next.get();
      if (isAcceptance(frame, id)) {
        note(frame);
        return true;
      }
      hear(window, frame);
      if (frame.get("type").asText().equals("error")) {
        return false;
      }
    }
  }

  private static boolean isAcceptance(JsonNode frame, String id) {
    return frame.get("type").asText().equals("accepted")
        && frame.get("clientMessageId").asText().equals(id);
  }

  private void note(JsonNode acceptance) {
    AcceptedMessage message =
        AcceptedMessage.answered(
            customer, uuid(acceptance, "caseId"), uuid(acceptance, "messageId"));
    if (accepted == 0) {
      ledger.opened(customer, message);
    } else {
      ledger.appended(message);
    }
    accepted++;
  }

  private void hear(ChatWindow window, JsonNode frame) {
    if (frame.hasNonNull("eventId")) {
      lastEventId = frame.get("eventId").asText();
      window.send(Map.of("type", "seen", "eventId", lastEventId));
    }
    switch (frame.get("type").asText()) {
      case "reply" -> hearAnswer(frame.get("messageId").asText());
      case "error" -> ledger.count(customer, "error " + frame.get("code").asText());
      default -> {
        // What he has said himself and the state of his case are not news.
      }
    }
  }

  private void hearAnswer(String messageId) {
    if (answers.add(messageId)) {
      ledger.answered(customer);
    } else {
      ledger.shownTwice(messageId);
    }
  }

  private static UUID uuid(JsonNode frame, String field) {
    return UUID.fromString(frame.get(field).asText());
  }
}
