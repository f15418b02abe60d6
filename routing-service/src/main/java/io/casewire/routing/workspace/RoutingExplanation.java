package io.casewire.routing.workspace;

import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.casewire.routing.casework.DecisionRecord;
import io.casewire.routing.casework.DecisionRecord.CandidateRecord;
import io.casewire.routing.desk.CaseViews.DecisionPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A routing decision in words.
 *
 * @param sentence the decision and its occasion
 * @param lines the agents whom the decision names
 * @param others how many more agents were considered, for the same reasons
 */
public record RoutingExplanation(Instant at, String sentence, List<Line> lines, int others) {

  /**
   * An agent as the decision found him.
   *
   * @param reason why he was chosen, or why not
   */
  public record Line(String agentId, boolean chosen, String reason, int load, int capacity) {}

  /** The explanations of decisions, the latest first; before them that of a decision made now. */
  static List<RoutingExplanation> of(DecisionPage decisions, Words words, Language language) {
    List<RoutingExplanation> explanations = new ArrayList<>();
    if (decisions.waiting() != null) {
      explanations.add(of(decisions.waiting(), "why-waiting", words, language));
    }
    for (DecisionRecord decision : decisions.items().reversed()) {
      explanations.add(of(decision, "why-" + decision.trigger(), words, language));
    }
    return List.copyOf(explanations);
  }

  private static RoutingExplanation of(
      DecisionRecord decision, String key, Words words, Language language) {
    return new RoutingExplanation(
        decision.at(),
        decision.chosen() == null
            ? words.say(language, key, decision.queue())
            : words.say(language, key, decision.chosen(), decision.queue()),
        decision.candidates().stream()
            .map(candidate -> line(decision, candidate, words, language))
            .toList(),
        decision.unlisted().values().stream().mapToInt(Integer::intValue).sum());
  }

  private static Line line(
      DecisionRecord decision, CandidateRecord candidate, Words words, Language language) {
    boolean chosen = candidate.agentId().equals(decision.chosen());
    return new Line(
        candidate.agentId(),
        chosen,
        chosen ? words.say(language, "reason.chosen") : reason(candidate.reason(), words, language),
        candidate.load(),
        candidate.capacity());
  }

  /** The words of a code such as {@code offline} or {@code lacks-language:zh}. */
  private static String reason(@Nullable String code, Words words, Language language) {
    if (code == null) {
      return words.say(language, "reason.eligible");
    }
    int colon = code.indexOf(':');
    if (colon < 0) {
      return words.say(language, "reason." + code);
    }
    String argument = code.substring(colon + 1);
    String key = "language." + argument;
    String name = words.has(key) ? words.say(language, key) : argument;
    return words.say(language, "reason." + code.substring(0, colon), name);
  }
}
