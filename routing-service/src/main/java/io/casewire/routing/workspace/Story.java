package io.casewire.routing.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.casework.TimelineItem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells in words what has happened to a case. */
@Singleton
class Story {

  private static final String CUSTOMER = "customer";
  private static final String UNKNOWN_EVENT = "event.other";

  private final Words words;
  private final ObjectMapper json;

  Story(Words words, ObjectMapper json) {
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
    return Optional.ofNullable(item.text())
        .map(text -> new Entry(item.eventId(), kind(item), item.at(), by, text))
        .orElseGet(
            () -> new Entry(item.eventId(), "event", item.at(), by, sentence(item, language)));
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
      case "case.unassigned" -> words.say(language, key, text(facts, "agentId"));
      case "case.queued" -> words.say(language, key, text(facts, "queue"));
      case "case.status-changed" ->
          words.say(language, key, value(language, "status", facts, "to"));
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
}
