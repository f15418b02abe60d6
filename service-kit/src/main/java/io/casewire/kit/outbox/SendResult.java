package io.casewire.kit.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of the records of a pass. For each subject only the records before its first failure
 * count as sent: a later one that was acknowledged nevertheless is sent again behind its
 * predecessor.
 */
final class SendResult {

  private final List<UnsentRecord> acknowledged = new ArrayList<>();
  private final Set<String> stopped = new HashSet<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();
  private boolean unanswered;

  void acknowledged(UnsentRecord record) {
    if (!stopped.contains(record.key()) && !stopped.contains(record.topic())) {
      acknowledged.add(record);
    }
  }

  /** The broker did not take a record that was handed over: it must be sent again. */
  void unanswered(UnsentRecord record) {
    stopped.add(record.key());
    unanswered = true;
  }

  /** The broker answers about nothing. */
  void unanswered() {
    unanswered = true;
  }

  /** The broker will not take a record that was handed over. */
  void refused(Refusal refusal) {
    stopped.add(refusal.key());
    refusedAtOnce(refusal);
  }

  /** A record will not be taken; no later one of its key may be handed over. */
  void refusedAtOnce(Refusal refusal) {
    refusals.putIfAbsent(refusal.key(), refusal.reason());
  }

  /** Whether the record must wait, since its subject or its topic was refused. */
  boolean isRefused(UnsentRecord record) {
    return refusals.containsKey(record.key()) || refusals.containsKey(record.topic());
  }

  List<UnsentRecord> acknowledged() {
    return acknowledged;
  }

  /** What must wait, by key, and the reason. */
  Map<String, String> refusals() {
    return refusals;
  }

  /** Whether some must be sent again. */
  boolean isUnanswered() {
    return unanswered;
  }
}
