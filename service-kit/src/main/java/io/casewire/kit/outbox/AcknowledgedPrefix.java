package io.casewire.kit.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows may be deleted after sending: for each subject those before its first failure. A later
 * one that was acknowledged nevertheless is sent again behind its predecessor.
 */
final class AcknowledgedPrefix {

  private final List<Long> ids = new ArrayList<>();
  private final Set<String> stopped = new HashSet<>();

  void add(UnsentRecord record, boolean acknowledged) {
    if (!acknowledged) {
      stopped.add(record.subject());
    } else if (!stopped.contains(record.subject())) {
      ids.add(record.id());
    }
  }

  List<Long> ids() {
    return ids;
  }

  boolean complete() {
    return stopped.isEmpty();
  }
}
