package io.casewire.kit.etag;

import io.casewire.kit.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags of what has a version (RFC 9110, sections 8.8.3 and 13.1.1). */
public final class ETags {

  /** The version of what does not exist yet: no tag stands for it. */
  public static final long NONE = -1;

  private static final String ANY = "*";

  private ETags() {}

  /** The tag of a version. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Lets a change pass if it is meant for the version that is current.
   *
   * @param current {@link #NONE} if there is none
   * @param ifMatch the header; null when absent
   * @throws Problem 412 if not
   */
  public static void require(long current, @Nullable String ifMatch) {
    if (ifMatch != null && !matches(current, ifMatch)) {
      throw Problem.preconditionFailed();
    }
  }

  private static boolean matches(long current, String ifMatch) {
    if (current == NONE) {
      return false;
    }
    String tag = of(current);
    return Arrays.stream(ifMatch.split(","))
        .map(String::strip)
        .anyMatch(wanted -> wanted.equals(ANY) || wanted.equals(tag));
  }
}
