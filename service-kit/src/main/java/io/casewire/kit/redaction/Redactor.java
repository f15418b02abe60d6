package io.casewire.kit.redaction;

import java.util.List;

/**
 * Removes the secrets of one text: a message, subject, name, file name or text attachment.
 *
 * <ul>
 *   <li>A card number keeps its first six and last four digits, {@code 411111******1111}, in plain
 *       digits and without its separators; every other secret becomes {@code [redacted:<kind>]}.
 *   <li>The text is judged as a reader sees it: digits of any script count as digits, and invisible
 *       characters, separators and line breaks inside a number do not hide it.
 *   <li>All other characters come back unchanged, and so does what was redacted before: redacting
 *       twice is redacting once.
 *   <li>The time grows linearly with the length of the text, whatever it contains.
 * </ul>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Redactor {

  private static final SecretFinder LABELLED_SECRETS = new LabelledSecrets();

  /**
   * The order matters, because a finder does not see what an earlier one took. Card numbers that
   * are written as such come before the words, so that "CVV 4111 1111 1111 1111" loses the number
   * and not four digits of it; digits that only happen to add up to a card number come after the
   * words.
   */
  private static final List<SecretFinder> FINDERS =
      List.of(
          new EarlierRedactions(),
          new ResidentIds(),
          new Ibans(),
          CardNumbers.inUsualGroups(),
          LABELLED_SECRETS,
          new EverydayNumbers());

  private static final SecretFinder SCATTERED_CARD_NUMBERS = CardNumbers.inAnyGroups();

  /** Returns the text without its secrets. */
  public Redacted redact(String text) {
    FoldedText folded = new FoldedText(text);
    FINDERS.forEach(finder -> finder.find(folded));
    int found = folded.claims();
    SCATTERED_CARD_NUMBERS.find(folded);
    if (folded.claims() > found) {
      // A code that stands against such a number looked like a part of it until now.
      LABELLED_SECRETS.find(folded);
    }
    return folded.redacted();
  }
}
