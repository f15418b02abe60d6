package io.casewire.sla.escalation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom an escalation turns to. Routing finds the people when it acts, so that the owner is the one
 * of that moment.
 *
 * @param value {@code owner}, {@code lead}, {@code supervisor}, {@code queue:} with a queue's id,
 *     or an agent's id
 */
public record Addressee(String value) {

  // The three roles have the form of an id themselves.
  private static final Pattern FORM = Pattern.compile("(queue:)?[a-z0-9][a-z0-9._-]{0,63}");

  /** The addressee; empty when it is none of the forms. */
  public static Optional<Addressee> parse(@Nullable String text) {
    return Optional.ofNullable(text).filter(FORM.asMatchPredicate()).map(Addressee::new);
  }
}
