package io.casewire.kit.redaction;

import io.casewire.kit.loop.EventLoops;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 *   <li>The time grows linearly with the length of the text, whatever it contains. Beside the text
 *       and the result it needs less than a megabyte.
 * </ul>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Redactor {

  /** Characters that are searched at a time. */
  private static final int WINDOW = 64 * 1024;

  /**
   * What a window sees before and after the characters that it answers for. More than any secret
   * and its word can be apart, since runs are cut short: 16 gaps of {@link Folding#LONGEST_RUN}.
   */
  private static final int MARGIN = 2 * 1024;

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

  private final int window;
  private final int margin;

  /** A redactor. */
  public Redactor() {
    this(WINDOW, MARGIN);
  }

  /** A redactor with windows of another size, of which both margins must leave the most. */
  Redactor(int window, int margin) {
    this.window = window;
    this.margin = margin;
  }

  /** Returns the text without its secrets. */
  public Redacted redact(String text) {
    assert EventLoops.areElsewhereOrShort(text) : "a text is redacted on an event loop";
    RedactedText redacted = new RedactedText(text);
    Claim open = null;
    int from = 0;
    int answered = 0;
    while (true) {
      FoldedText part = new FoldedText(text, from, window);
      resume(part, open);
      find(part);
      if (part.originalEnd() == text.length()) {
        redacted.add(claims(part, answered, text.length()), text.length());
        return redacted.end();
      }
      int end = part.originalStart(part.length() - margin);
      List<Claim> claims = claims(part, answered, end);
      from = part.originalStart(part.length() - 2 * margin);
      redacted.add(claims, from);
      open = open(part, claims);
      answered = end;
    }
  }

  private static void find(FoldedText text) {
    FINDERS.forEach(finder -> finder.find(text));
    int found = text.claims().size();
    SCATTERED_CARD_NUMBERS.find(text);
    if (text.claims().size() > found) {
      // A code that stands against such a number looked like a part of it until now.
      LABELLED_SECRETS.find(text);
    }
  }

  /** The claims that touch what a window answers for. */
  private static List<Claim> claims(FoldedText part, int from, int to) {
    return part.claims().stream()
        .filter(claim -> claim.end() > from && claim.start() < to)
        .toList();
  }

  /** The password that goes on where a window ends; it may be as long as it likes. */
  private static @Nullable Claim open(FoldedText part, List<Claim> claims) {
    return claims.stream()
        .filter(claim -> claim.kind() == SecretKind.PASSWORD)
        .filter(
            claim ->
                PasswordBesideWord.endOfCharacters(part, part.indexOf(claim.end()))
                    == part.length())
        .findFirst()
        .orElse(null);
  }

  private static void resume(FoldedText part, @Nullable Claim open) {
    if (open != null) {
      int rest = part.indexOf(open.end());
      int end = PasswordBesideWord.endOfPassword(part, rest);
      part.hide(part.indexOf(open.start()), rest);
      if (end > rest) {
        part.claimRest(open.start(), rest, end);
      }
    }
  }
}
