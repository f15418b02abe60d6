package io.casewire.sla.policy;

import io.casewire.events.Assurance;
import io.casewire.events.Category;
import io.casewire.events.Priority;
import io.casewire.sla.input.Violations;
import io.casewire.sla.input.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the {@code when} of one policy. */
final class MatchReader {

  static final int MAX_VALUES = 100;
  static final int MAX_VALUE_LENGTH = 64;

  private static final Vocabulary<Category> CATEGORIES =
      Vocabulary.of(Category.values(), Category::wireName);
  private static final Vocabulary<Priority> PRIORITIES =
      Vocabulary.of(Priority.values(), Priority::wireName);
  private static final Vocabulary<Assurance> ASSURANCES =
      Vocabulary.of(Assurance.values(), Assurance::wireName);

  private final Violations violations;
  private final String field;

  MatchReader(String field, Violations violations) {
    this.field = field;
    this.violations = violations;
  }

  CaseMatch read(PolicyDraft.@Nullable MatchDraft draft) {
    if (draft == null) {
      return CaseMatch.ANY;
    }
    return new CaseMatch(
        readAll("categories", draft.categories(), this::category),
        readAll("languages", draft.languages(), this::text),
        readAll("channels", draft.channels(), this::text),
        readAll("priorities", draft.priorities(), this::priority),
        readAssurance(draft.minAssurance()),
        readAll("tags", draft.tags(), this::text));
  }

  private <T> Set<T> readAll(
      String name, List<String> values, BiFunction<String, String, Optional<T>> read) {
    String list = field + "." + name;
    if (values.size() > MAX_VALUES) {
      violations.add(list, "must have at most " + MAX_VALUES + " values");
      return Set.of();
    }
    var found = new HashSet<T>();
    for (int i = 0; i < values.size(); i++) {
      read.apply(list + "[" + i + "]", values.get(i)).ifPresent(found::add);
    }
    return found;
  }

  private Assurance readAssurance(@Nullable String text) {
    return text == null
        ? Assurance.NONE
        : ASSURANCES.read(field + ".minAssurance", text, violations).orElse(Assurance.NONE);
  }

  private Optional<Category> category(String at, @Nullable String text) {
    return CATEGORIES.read(at, text, violations);
  }

  private Optional<Priority> priority(String at, @Nullable String text) {
    return PRIORITIES.read(at, text, violations);
  }

  private Optional<String> text(String at, @Nullable String text) {
    if (text == null || text.isBlank() || text.length() > MAX_VALUE_LENGTH) {
      violations.add(at, "must have 1 to " + MAX_VALUE_LENGTH + " characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
