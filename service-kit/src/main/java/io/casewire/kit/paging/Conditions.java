package io.casewire.kit.paging;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The conditions of a query, fixed texts with their parameters. Only those that are asked for: one
 * text with "or is null" everywhere would keep the database from using an index.
 */
public final class Conditions {

  private final int firstParameter;
  private final List<String> texts = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param firstParameter the number of the first parameter that is a condition's; those before it
   *     are the query's own
   */
  public Conditions(int firstParameter) {
    this.firstParameter = firstParameter;
  }

  /** Adds a condition on values; each question mark stands for the next of them. */
  public void add(String text, Object... ofText) {
    StringBuilder numbered = new StringBuilder(text);
    int at = 0;
    for (Object value : ofText) {
      String parameter = "?" + (firstParameter + values.size());
      at = numbered.indexOf("?", at);
      numbered.replace(at, at + 1, parameter);
      at += parameter.length();
      values.add(value);
    }
    texts.add(numbered.toString());
  }

  /** All of them as one condition. */
  public String sql() {
    return texts.isEmpty() ? "true" : String.join(" and ", texts);
  }

  /** Sets the parameters of a query that {@link #sql} is a part of. */
  public <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(firstParameter + i, values.get(i));
    }
    return query;
  }
}
