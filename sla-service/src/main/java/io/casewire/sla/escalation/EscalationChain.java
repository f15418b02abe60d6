package io.casewire.sla.escalation;

import io.casewire.sla.input.Validated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a policy, in the order they are reached: numbers ascend, and no level comes before
 * one with a lower number. Each fires once for a clock.
 */
public record EscalationChain(List<EscalationLevel> levels) {

  public static final EscalationChain NONE = new EscalationChain(List.of());

  public EscalationChain {
    levels = List.copyOf(levels);
  }

  /** Reads a chain; violations name {@code [i]} and its fields. */
  public static Validated<EscalationChain> of(
      String field, List<? extends @Nullable LevelDraft> drafts) {
    return new EscalationChainReader(field).read(drafts);
  }
}
