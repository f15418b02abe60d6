package io.casewire.acceptance.audit;

import java.util.List;

/**
 * The answer to one question of the audit.
 *
 * @param count how many are wrong
 * @param offences the first few of them
 */
public record Finding(String question, long count, List<String> offences) {

  private static final int SHOWN = 5;

  /** A finding of all that is wrong; none means that all is well. */
  static Finding of(String question, List<String> offences) {
    return new Finding(question, offences.size(), offences.stream().limit(SHOWN).toList());
  }

  /** Nothing is wrong. */
  public boolean passed() {
    return count == 0;
  }
}
