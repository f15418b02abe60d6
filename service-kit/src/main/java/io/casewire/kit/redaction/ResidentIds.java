package io.casewire.kit.redaction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/**
 * Finds Chinese resident identity numbers (GB 11643-1999): a region, a date of birth, three digits
 * and a check character that may be X.
 */
final class ResidentIds implements SecretFinder {

  private static final int DIGITS = 17;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10x98765432";

  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91);

  @Override
  public void find(FoldedText text) {
    DigitRun.forEach(text, run -> claimAll(text, run));
  }

  private static void claimAll(FoldedText text, DigitRun run) {
    for (int start = 0; start + DIGITS <= run.size(); start++) {
      if (run.startsGroup(start) && PROVINCES.contains(run.number(start, 2))) {
        int end = endOfId(text, run, start);
        if (end > 0) {
          text.claim(run.place(start), end, SecretKind.RESIDENT_ID);
          start += DIGITS;
        }
      }
    }
  }

  /** Returns the place after the check character, or 0 when no identity number begins here. */
  private static int endOfId(FoldedText text, DigitRun run, int start) {
    int next = start + DIGITS;
    char expected = checkCharacter(run, start);
    int place = next < run.size() ? run.place(next) : Separators.skip(text, run.end());
    boolean complete = next >= run.size() || run.groupEndsBefore(next + 1);
    boolean checked = place < text.length() && text.charAt(place) == expected;
    return complete && checked && isDateOfBirth(run, start + 6) ? place + 1 : 0;
  }

  private static char checkCharacter(DigitRun run, int start) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * run.digit(start + i);
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  private static boolean isDateOfBirth(DigitRun run, int start) {
    int year = run.number(start, 4);
    try {
      LocalDate.of(year, run.number(start + 4, 2), run.number(start + 6, 2));
      return year >= 1880 && year < 2100;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
