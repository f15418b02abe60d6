package io.casewire.intake.mail.automatic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Catches the out-of-office answers that carry no header: a machine sends the same text again and
 * again, with other numbers and times. A suspicion stops automatic mails of ours and nothing else,
 * since a person may repeat a question, too.
 */
public final class LookAlikes {

  /** From this many alike mails on, the present one included. */
  static final int MAILS = 3;

  /** "Yes" and "It is still the same" are what people say; a machine explains itself. */
  private static final int FEWEST_LETTERS = 8;

  private static final int READ_CHARACTERS = 2_000;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Set<String> OF_TIMES =
      Set.of(
          ("jan january feb february mar march apr april may jun june jul july aug august sep sept"
                  + " september oct october nov november dec december mon monday tue tuesday wed"
                  + " wednesday thu thursday fri friday sat saturday sun sunday am pm utc gmt st nd"
                  + " rd th")
              .split(" "));

  private LookAlikes() {}

  /**
   * Whether a mail is one alike too many.
   *
   * @param earlier texts of the same sender since a person of ours has answered him last
   */
  public static boolean areTooMany(String text, List<String> earlier) {
    String words = words(text);
    return words.replace(" ", "").length() >= FEWEST_LETTERS
        && earlier.stream().map(LookAlikes::words).filter(words::equals).count() + 1 >= MAILS;
  }

  private static String words(String text) {
    String beginning = text.substring(0, Math.min(text.length(), READ_CHARACTERS));
    return Arrays.stream(NO_LETTERS.split(beginning.toLowerCase(Locale.ROOT)))
        .filter(Predicate.not(OF_TIMES::contains))
        .collect(Collectors.joining(" "))
        .strip();
  }
}
