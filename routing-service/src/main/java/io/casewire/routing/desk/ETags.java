package io.casewire.routing.desk;

import io.casewire.kit.problem.Problem;
import io.casewire.routing.casework.CaseEntity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags of cases (RFC 9110, sections 8.8.3 and 13.1.1). */
public final class ETags {

  private static final String ANY = "*";

  private ETags() {}

  /** The tag of a case as it is now. */
  public static String of(CaseEntity theCase) {
    return "\"" + theCase.version() + "\"";
  }

  /**
   * Lets a change pass if it is meant for the case as it is now.
   *
   * @param ifMatch the header; null when absent
   * @throws Problem 412 if not
   */
  static void require(CaseEntity theCase, @Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals(ANY)) {
      return;
    }
    String tag = of(theCase);
    if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag::equals)) {
      throw Problem.preconditionFailed();
    }
  }
}
