package io.casewire.routing.workspace;

import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.casewire.routing.casework.DecisionRecord;
import io.casewire.routing.casework.DecisionRecord.CandidateRecord;
import io.casewire.routing.desk.DecisionPage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells in words why a case went to whom it went, or why it waits. */
@Singleton
class Why {

  private final Words words;

  Why(Words words) {
    this.words = words;
  }

  /** The decisions, the latest first; what would be decided now comes before them. */
  List<Explanation> of(DecisionPage decisions, Language language) {
    List<Explanation> explanations = new ArrayList<>();
    if (decisions.waiting() != null) {
      explanations.add(explanation(decisions.waiting(), language, "why-waiting"));
    }
    decisions
        .items()
        .reversed()
        .forEach(decision -> explanations.add(explanation(decision, language, null)));
    return List.copyOf(explanations);
  }

  private Explanation explanation(
      DecisionRecord decision, Language language, @Nullable String headline) {
    String key = headline == null ? "why-" + decision.trigger() : headline;
    return new Explanation(
        decision.at(),
        decision.chosen() == null
            ? words.say(language, key, decision.queue())
            : words.say(language, key, decision.chosen(), decision.queue()),
        decision.candidates().stream()
            .map(candidate -> line(decision, candidate, language))
            .toList(),
        decision.unlisted().values().stream().mapToInt(Integer::intValue).sum());
  }

  private Explanation.Line line(
      DecisionRecord decision, CandidateRecord candidate, Language language) {
    boolean chosen = candidate.agentId().equals(decision.chosen());
    return new Explanation.Line(
        candidate.agentId(),
        chosen,
        chosen ? words.say(language, "reason.chosen") : reason(candidate.reason(), language),
        candidate.load(),
        candidate.capacity());
  }

  /** Of a code such as {@code offline} or {@code lacks-language:zh}. */
  private String reason(@Nullable String code, Language language) {
    if (code == null) {
      return words.say(language, "reason.eligible");
    }
    int colon = code.indexOf(':');
    if (colon < 0) {
      return words.say(language, "reason." + code);
    }
    String what = code.substring(colon + 1);
    String name = words.has("language." + what) ? words.say(language, "language." + what) : what;
    return words.say(language, "reason." + code.substring(0, colon), name);
  }
}
