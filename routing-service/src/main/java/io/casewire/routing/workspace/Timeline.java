package io.casewire.routing.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.casework.TimelineItem;
import io.casewire.routing.casework.TimelineItem.MessageFile;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells in words what has happened to a case. */
@Singleton
class Timeline {

  private static final String CUSTOMER = "customer";
  private static final String UNKNOWN_EVENT = "event.other";

  private static final String RATED = "case.rated";
  private static final Pattern REPLY_CODE = Pattern.compile("-[0-9]+$");

  /** Facts of a message that matter to an agent, with the keys of their words. */
  private static final Map<String, String> HINTS =
      new TreeMap<>(
          Map.of(
              "continuesCaseId",
              "hint-continues",
              "movedFromCaseId",
              "hint-moved",
              "possiblyRelatedCaseId",
              "hint-related",
              "messageIdReused",
              "hint-id-reused",
              "automatic",
              "hint-automatic"));

  private final Words words;
  private final ObjectMapper json;

  Timeline(Words words, ObjectMapper json) {
    this.words = words;
    this.json = json;
  }

  /** The entries of the case's timeline, oldest first. */
  List<Entry> of(CaseItem theCase, Language language) {
    return Objects.requireNonNull(theCase.timeline()).stream()
        .map(item -> entry(theCase, item, language))
        .toList();
  }

  private Entry entry(CaseItem theCase, TimelineItem item, Language language) {
    String by = item.by().equals(CUSTOMER) ? customer(theCase, language) : item.by();
    String text = item.text();
    return text == null
        ? Entry.event(item.eventId(), item.at(), by, sentence(item, language))
        : new Entry(
            item.eventId(),
            kind(item),
            item.at(),
            by,
            text,
            unsent(item, language),
            remarks(item, language),
            item.quoted(),
            item.attachments());
  }

  private @Nullable String unsent(TimelineItem item, Language language) {
    TimelineItem.Undelivered loss = item.undelivered();
    return loss == null ? null : lost(language, loss.outcome(), loss.reason());
  }

  private List<String> remarks(TimelineItem item, Language language) {
    JsonNode facts = facts(item);
    List<String> remarks = new ArrayList<>();
    if (item.type().equals(RATED)) {
      remarks.add(sentence(item, language));
    }
    if (item.replyTo() != null) {
      remarks.add(words.say(language, "wants-answers-at", item.replyTo()));
    }
    if (facts.has("transactionRef")) {
      remarks.add(words.say(language, "names-payment", text(facts, "transactionRef")));
    }
    HINTS.forEach(
        (field, key) -> {
          if (facts.hasNonNull(field) && !facts.path(field).asText().equals("false")) {
            remarks.add(words.say(language, key));
          }
        });
    return remarks;
  }

  private static String kind(TimelineItem item) {
    return switch (item.type()) {
      case "case.agent-replied" -> "agent";
      case "case.note-added" -> "note";
      default -> CUSTOMER;
    };
  }

  private String customer(CaseItem theCase, Language language) {
    CaseItem.Customer customer = theCase.customer();
    return Optional.ofNullable(customer.name())
        .or(() -> Optional.ofNullable(customer.email()))
        .orElseGet(() -> words.say(language, CUSTOMER));
  }

  private String sentence(TimelineItem item, Language language) {
    JsonNode facts = facts(item);
    String key = "event." + item.type();
    return switch (item.type()) {
      case "case.assigned" ->
          words.say(
              language,
              key,
              text(facts, "agentId"),
              words.say(language, "why." + text(facts, "why")));
      case "case.unassigned" ->
          because(language, key, "why-unassigned.", text(facts, "reason"), text(facts, "agentId"));
      case "case.queued" -> words.say(language, key, text(facts, "queue"));
      case "case.status-changed" ->
          because(
              language,
              key,
              "why-moved.",
              text(facts, "reason"),
              value(language, "status", facts, "to"),
              item.by());
      case RATED -> words.say(language, key, facts.path("score").asInt());
      case "case.answer-undelivered" ->
          lost(language, text(facts, "outcome"), text(facts, "reason"));
      case "case.classified" ->
          words.say(language, key, value(language, "category", facts, "category"));
      case "case.priority-changed" ->
          words.say(language, key, value(language, "priority", facts, "to"));
      case "sla.breached", "sla.breach-withdrawn" ->
          words.say(language, key, value(language, "metric", facts, "metric"));
      case "case.escalated" ->
          words.say(
              language,
              key,
              value(language, "metric", facts, "metric"),
              facts.path("level").asInt());
      case "case.escalation-resolved" ->
          words.say(language, key, value(language, "escalation-action", facts, "action"));
      default -> words.say(language, words.has(key) ? key : UNKNOWN_EVENT);
    };
  }

  /** What happened, and why, as far as the reason has words. */
  private String because(
      Language language, String key, String reasons, String reason, Object... arguments) {
    String what = words.say(language, key, arguments);
    return words.has(reasons + reason)
        ? words.say(language, "because", what, words.say(language, reasons + reason, arguments))
        : what;
  }

  private String value(Language language, String kind, JsonNode facts, String field) {
    return words.say(language, kind + "." + text(facts, field));
  }

  private static String text(JsonNode facts, String field) {
    return facts.path(field).asText();
  }

  private JsonNode facts(TimelineItem item) {
    try {
      return json.readTree(item.detail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("kept facts are JSON", e);
    }
  }

  /** Why an answer was lost; with a code that has no words, how it was lost and the code. */
  private String lost(Language language, String outcome, String reason) {
    String key = "loss." + REPLY_CODE.matcher(reason).replaceFirst("");
    String why =
        words.has(key) ? words.say(language, key) : words.say(language, "lost." + outcome, reason);
    return words.say(language, "event.case.answer-undelivered", why);
  }

  /**
   * An entry of a case's timeline.
   *
   * @param kind {@code customer}, {@code agent}, {@code note} or {@code event}
   * @param by the person or service that wrote it or brought it about
   * @param text of a message, or what happened in words
   * @param unsent why it did not reach the customer, in words; null unless that is known
   * @param remarks what else is known of it, a line each
   * @param quoted what was cut off from it as a quote or signature
   * @param files the files that came with it
   */
  public record Entry(
      UUID id,
      String kind,
      Instant at,
      String by,
      String text,
      @Nullable String unsent,
      List<String> remarks,
      @Nullable String quoted,
      List<MessageFile> files) {

    private static final String EVENT = "event";

    /** Something that happened without a text of a person. */
    static Entry event(UUID id, Instant at, String by, String text) {
      return new Entry(id, EVENT, at, by, text, null, List.of(), null, List.of());
    }

    /** Whether a person wrote it. */
    public boolean isWritten() {
      return !kind.equals(EVENT);
    }
  }
}
