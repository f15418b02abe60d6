package io.casewire.notification.listing;

import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a query, fixed texts with their parameters. Only those that are asked for: one
 * text with "or is null" everywhere would keep the database from using an index.
 */
final class Conditions {

  /** Those before it are the query's own. */
  static final int FIRST_PARAMETER = 3;

  private final List<String> texts = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  void add(String text) {
    texts.add(text);
  }

  /** Adds a condition on a value, which stands for the question mark. */
  void add(String text, Object value) {
    texts.add(text.replace("?", "?" + (FIRST_PARAMETER + values.size())));
    values.add(value);
  }

  String sql() {
    return texts.isEmpty() ? "true" : String.join(" and ", texts);
  }

  List<Object> values() {
    return values;
  }
}
