package io.casewire.sla.policy;

import io.casewire.sla.input.IsoDurations;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When to warn that a clock comes close to its due instant. */
public sealed interface WarnAt {

  /**
   * How much of the target has passed when the warning is due, in the target's own hours. Not
   * positive when a short target leaves no room for the warning.
   */
  Duration offsetIn(Duration target);

  /** After a share of the target, 1 to 99 percent. */
  record Share(int percent) implements WarnAt {

    @Override
    public Duration offsetIn(Duration target) {
      return target.multipliedBy(percent).dividedBy(100);
    }
  }

  /** When only this much of the target is left. */
  record BeforeDue(Duration left) implements WarnAt {

    @Override
    public Duration offsetIn(Duration target) {
      return target.minus(left);
    }
  }

  /** Reads {@code 75%} or an ISO 8601 duration before due; empty when it is neither. */
  static Optional<WarnAt> parse(@Nullable String text) {
    Matcher share = Pattern.compile("([1-9]\\d?)%").matcher(text == null ? "" : text);
    if (share.matches()) {
      return Optional.of(new Share(Integer.parseInt(share.group(1))));
    }
    return IsoDurations.parse(text).filter(Duration::isPositive).map(BeforeDue::new);
  }
}
