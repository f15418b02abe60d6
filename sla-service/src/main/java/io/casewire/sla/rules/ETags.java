package io.casewire.sla.rules;

import io.casewire.kit.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags of definitions (RFC 9110, sections 8.8.3 and 13.1.1): their versions. */
final class ETags {

  private static final String ANY = "*";

  private ETags() {}

  static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Lets a change pass if it is meant for the version that is current.
   *
   * @param current 0 if there is none
   * @param ifMatch the header; null when absent
   * @throws Problem 412 if not
   */
  static void require(long current, @Nullable String ifMatch) {
    if (ifMatch == null || (ifMatch.strip().equals(ANY) && current > 0)) {
      return;
    }
    String tag = of(current);
    if (current == 0
        || Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag::equals)) {
      throw Problem.preconditionFailed();
    }
  }
}
