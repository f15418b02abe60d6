package io.casewire.acceptance.audit;

import java.util.List;

/**
 * The answer to one question of the audit.
 *
 * @param offences what is wrong, the first few of them; none means that all is well
 * @param count how many are wrong in all
 */
public record Finding(String question, long count, List<String> offences) {

  /** Nothing is wrong. */
  public boolean passed() {
    return count == 0;
  }
}
