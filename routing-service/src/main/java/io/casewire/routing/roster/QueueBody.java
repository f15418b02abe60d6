package io.casewire.routing.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.redaction.Redactor;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.directory.QueueMatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A queue as a supervisor defines it; the rules of its values are {@link Queue}'s. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueBody(
    @NotBlank String name,
    @NotNull Integer order,
    @Nullable @Valid Match match,
    @Nullable String strategy,
    @Nullable List<@NotNull String> requiredSkills,
    @Nullable Map<String, @NotNull Integer> weights,
    @Nullable Object acceptTimeout,
    @Nullable Object overflow,
    @Nullable String escalateTo) {

  private static final String USUAL_STRATEGY = "least-loaded";

  /** The same under a name without secrets. */
  QueueBody redacted(Redactor redactor) {
    return new QueueBody(
        redactor.redact(name).text(),
        order,
        match,
        strategy,
        requiredSkills,
        weights,
        acceptTimeout,
        overflow,
        escalateTo);
  }

  /** What the interface knows and this version does not do: it is refused, not ignored. */
  List<Violation> unsupported() {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("acceptTimeout", acceptTimeout);
    given.put("overflow", overflow);
    return given.entrySet().stream()
        .filter(field -> field.getValue() != null)
        .map(field -> new Violation(field.getKey(), "is not supported in this version"))
        .toList();
  }

  Queue toQueue(String id, long version) {
    return new Queue(
        id,
        version,
        name,
        order,
        match == null ? QueueMatch.ANY : match.toMatch(),
        WireNames.strategy("strategy", strategy == null ? USUAL_STRATEGY : strategy),
        set(requiredSkills),
        weights == null ? Map.of() : weights,
        escalateTo);
  }

  private static <T> Set<T> set(@Nullable List<T> values) {
    return values == null ? Set.of() : Set.copyOf(values);
  }

  /** Which cases the queue takes; what is absent is no condition. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Match(
      @Nullable List<@NotNull Category> categories,
      @Nullable List<@NotNull String> languages,
      @Nullable List<@NotNull String> channels,
      @Nullable List<@NotNull Priority> priorities,
      @Nullable Assurance minAssurance) {

    QueueMatch toMatch() {
      return new QueueMatch(
          set(categories), set(languages), set(channels), set(priorities), minAssurance);
    }
  }
}
