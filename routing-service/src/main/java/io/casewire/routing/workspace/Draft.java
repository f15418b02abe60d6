package io.casewire.routing.workspace;

import org.jspecify.annotations.Nullable;

/**
 * What the page says about the agent's last try, and what he had typed.
 *
 * @param notice the key of the words; null if there is nothing to say
 * @param tone {@code good}, {@code warn} or {@code bad}
 * @param redacted the kinds of secrets that were taken out of what he sent, in words
 * @param reply the text of a reply that was not sent
 * @param note the text of a note that was not kept
 */
public record Draft(
    @Nullable String notice, String tone, String redacted, String reply, String note) {

  static final Draft NONE = new Draft(null, "good", "", "", "");
}
