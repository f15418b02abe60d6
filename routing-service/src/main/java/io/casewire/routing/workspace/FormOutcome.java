package io.casewire.routing.workspace;

import io.casewire.kit.problem.Problem;
import io.casewire.kit.redaction.SecretKind;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about the agent's last form, and the text of a form that was refused.
 *
 * @param notice the key of the words; null if there is nothing to say
 * @param tone {@code good}, {@code warn} or {@code bad}
 * @param redacted the kinds of secrets that were taken out of the text, in words
 * @param reply the text of a reply that was not sent
 * @param note the text of a note that was not kept
 */
public record FormOutcome(
    @Nullable String notice, String tone, String redacted, String reply, String note) {

  private static final FormOutcome NONE = new FormOutcome(null, "good", "", "", "");

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

  /**
   * The outcome of a form that was carried out.
   *
   * @param action the form's action; null if no form was sent
   * @param redacted the kinds of secrets that were taken out, as {@link #address} wrote them
   */
  static FormOutcome done(
      @Nullable String action, @Nullable String redacted, Words words, Language language) {
    if (action == null || !CaseForm.ACTIONS.contains(action)) {
      return NONE;
    }
    Set<String> found = redacted == null ? Set.of() : Set.of(redacted.split("\\."));
    String kinds =
        Arrays.stream(SecretKind.values())
            .map(SecretKind::wireName)
            .filter(found::contains)
            .map(kind -> words.say(language, "secret." + kind))
            .collect(Collectors.joining(words.say(language, "and-so-on")));
    return new FormOutcome("done-" + action, kinds.isEmpty() ? "good" : "warn", kinds, "", "");
  }

  /** The outcome of a form that was refused; its text is not lost. */
  static FormOutcome refused(Problem problem, String action, String text) {
    String key = REFUSALS.contains(problem.name()) ? problem.name() : "other";
    boolean isStale = problem.status() == Status.PRECONDITION_FAILED.getStatusCode();
    return new FormOutcome(
        "refused-" + key,
        isStale ? "warn" : "bad",
        "",
        action.equals(CaseForm.REPLY) ? text : "",
        action.equals(CaseForm.NOTE) ? text : "");
  }

  /** The page of a case after a form was carried out. */
  static String address(String caseId, String action, Iterable<String> redacted) {
    String kinds = String.join(BETWEEN_KINDS, redacted);
    String query = kinds.isEmpty() ? "" : "&redacted=" + kinds;
    return "/desk/cases/%s?done=%s%s".formatted(caseId, action, query);
  }
}
