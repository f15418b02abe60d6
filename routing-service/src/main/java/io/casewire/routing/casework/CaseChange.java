package io.casewire.routing.casework;

import io.casewire.routing.casework.CaseFilter.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case that has changed, with the agents and queues that this concerns. Replicas tell each other
 * of changes by notifications of the database.
 *
 * @param owners who owned it before or owns it now
 * @param queues in which it was before or is now
 */
public record CaseChange(UUID caseId, Set<String> owners, Set<String> queues) {

  /** The channel of the database's notifications on which changes are told. */
  public static final String CHANNEL = "case_change";

  private static final String FIELD = " ";
  private static final String ELEMENT = ",";
  private static final int FIELDS = 3;

  /** PostgreSQL takes less than 8,000 bytes; all characters of a change are single bytes. */
  private static final int LONGEST = 7_900;

  private static final String BETWEEN = "\n";

  public CaseChange {
    owners = Set.copyOf(owners);
    queues = Set.copyOf(queues);
  }

  /** Whether somebody who sees these cases sees, or saw, this one. */
  public boolean concerns(Visible visible) {
    return switch (visible) {
      case Visible.All() -> true;
      case Visible.Own own ->
          owners.contains(own.agentId()) || !Collections.disjoint(queues, own.queues());
      case Visible.Nothing() -> false;
    };
  }

  /** The same with those whom another change of the case concerns. */
  CaseChange and(CaseChange other) {
    return new CaseChange(caseId, union(owners, other.owners), union(queues, other.queues));
  }

  /** Changes as payloads of notifications, as few as possible. */
  static List<String> payloads(Collection<CaseChange> changes) {
    List<String> payloads = new ArrayList<>();
    StringBuilder payload = new StringBuilder();
    for (CaseChange change : changes) {
      String text = change.text();
      if (!payload.isEmpty() && payload.length() + BETWEEN.length() + text.length() > LONGEST) {
        payloads.add(payload.toString());
        payload.setLength(0);
      }
      payload.append(payload.isEmpty() ? "" : BETWEEN).append(text);
    }
    if (!payload.isEmpty()) {
      payloads.add(payload.toString());
    }
    return payloads;
  }

  /** The form in which it is told; ids have neither blanks nor commas. */
  String text() {
    return String.join(
        FIELD, caseId.toString(), String.join(ELEMENT, owners), String.join(ELEMENT, queues));
  }

  /** Reads what {@link #text} wrote. */
  public static CaseChange parse(String text) {
    String[] fields = text.split(FIELD, FIELDS);
    return new CaseChange(UUID.fromString(fields[0]), elements(fields[1]), elements(fields[2]));
  }

  private static Set<String> elements(String field) {
    return Arrays.stream(field.split(ELEMENT))
        .filter(element -> !element.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }
}
