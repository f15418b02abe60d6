package io.casewire.sla.escalation;

import io.casewire.events.EscalationAction;
import io.casewire.sla.input.IsoDurations;
import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violations;
import io.casewire.sla.input.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the levels of one chain. */
final class EscalationChainReader {

  static final int MAX_LEVELS = 20;

  private static final String AT_BREACH = "100%";
  private static final Vocabulary<EscalationAction> ACTIONS =
      Vocabulary.of(EscalationAction.values(), EscalationAction::wireName);

  private final Violations violations = new Violations();
  private final List<EscalationLevel> levels = new ArrayList<>();
  private final String field;

  EscalationChainReader(String field) {
    this.field = field;
  }

  Validated<EscalationChain> read(List<? extends @Nullable LevelDraft> drafts) {
    if (drafts.size() > MAX_LEVELS) {
      violations.add(field, "must have at most " + MAX_LEVELS + " levels");
      return violations.refusal();
    }
    for (int i = 0; i < drafts.size(); i++) {
      readLevel(field + "[" + i + "]", drafts.get(i));
    }
    return violations.orElse(() -> new EscalationChain(levels));
  }

  private void readLevel(String at, @Nullable LevelDraft draft) {
    if (draft == null) {
      violations.add(at, "must be a level");
      return;
    }
    Optional<Integer> number = readNumber(at + ".level", draft.level());
    Optional<Duration> after = readAfter(at + ".after", draft.after());
    Optional<Addressee> to = readAddressee(at + ".to", draft.to());
    Optional<EscalationAction> action = readAction(at + ".action", draft.action());
    if (number.isPresent() && after.isPresent() && to.isPresent() && action.isPresent()) {
      append(at, new EscalationLevel(number.get(), after.get(), to.get(), action.get()));
    }
  }

  private void append(String at, EscalationLevel level) {
    if (!levels.isEmpty()) {
      EscalationLevel before = levels.getLast();
      if (level.level() <= before.level()) {
        violations.add(at + ".level", "must be higher than that of the level before");
      }
      if (level.afterBreach().compareTo(before.afterBreach()) < 0) {
        violations.add(at + ".after", "must not be earlier than the level before");
      }
    }
    levels.add(level);
  }

  private Optional<Integer> readNumber(String at, @Nullable Integer level) {
    if (level == null || level < 1) {
      violations.add(at, "must be a number from 1");
      return Optional.empty();
    }
    return Optional.of(level);
  }

  private Optional<Duration> readAfter(String at, @Nullable String after) {
    Optional<Duration> read =
        AT_BREACH.equals(after) ? Optional.of(Duration.ZERO) : IsoDurations.parse(after);
    if (read.isEmpty()) {
      violations.add(at, "must be 100% or an ISO 8601 duration after the breach");
    }
    return read;
  }

  private Optional<Addressee> readAddressee(String at, @Nullable String to) {
    Optional<Addressee> read = Addressee.parse(to);
    if (read.isEmpty()) {
      violations.add(at, "must be owner, lead, supervisor, queue:<id> or an agent's id");
    }
    return read;
  }

  private Optional<EscalationAction> readAction(String at, @Nullable String action) {
    return action == null
        ? Optional.of(EscalationAction.NOTIFY)
        : ACTIONS.read(at, action, violations);
  }
}
