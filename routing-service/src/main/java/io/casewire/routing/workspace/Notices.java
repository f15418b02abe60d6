package io.casewire.routing.workspace;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.redaction.SecretKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page says about what the agent has just tried. */
final class Notices {

  private static final Set<String> DONE =
      Set.of("reply", "note", "take", "decline", "assign", "status");

  private static final Set<String> REFUSALS =
      Set.of(
          "illegal-transition",
          "not-in-this-status",
          "agent-offline",
          "precondition-failed",
          "idempotency-key-reused",
          "forbidden",
          "invalid-input",
          "unprocessable");

  private static final String BETWEEN_KINDS = ".";

  private Notices() {}

  /** The words of a key. */
  @FunctionalInterface
  interface Sayer {
    String say(String key, Object... arguments);
  }

  /**
   * About what was done.
   *
   * @param redacted the kinds of secrets that were taken out, as {@link #address} wrote them
   */
  static Draft done(@Nullable String done, @Nullable String redacted, Sayer words) {
    if (done == null || !DONE.contains(done)) {
      return Draft.NONE;
    }
    Set<String> found = redacted == null ? Set.of() : Set.of(redacted.split("\\."));
    String kinds =
        Arrays.stream(SecretKind.values())
            .map(SecretKind::wireName)
            .filter(found::contains)
            .map(kind -> words.say("secret." + kind))
            .collect(Collectors.joining(words.say("and-so-on")));
    return new Draft("done-" + done, kinds.isEmpty() ? "good" : "warn", kinds, "", "");
  }

  /** About what was refused; what was typed is not lost. */
  static Draft refused(Problem problem, String reply, String note) {
    String key = REFUSALS.contains(problem.name()) ? problem.name() : "other";
    return new Draft("refused-" + key, problem.status() == 412 ? "warn" : "bad", "", reply, note);
  }

  /** Where to go after something was done. */
  static String address(String caseId, String done, Iterable<String> redacted) {
    String kinds = String.join(BETWEEN_KINDS, redacted);
    String query = kinds.isEmpty() ? "" : "&redacted=" + kinds;
    return "/desk/cases/%s?done=%s%s".formatted(caseId, done, query);
  }
}
