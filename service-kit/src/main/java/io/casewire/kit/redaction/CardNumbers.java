package io.casewire.kit.redaction;

import java.util.regex.Pattern;

/**
 * Finds card numbers: 12 to 19 digits that begin as a card scheme's numbers do and pass the Luhn
 * check. Numbers that overlap are masked as one, so that no digit of the longer one is left.
 */
final class CardNumbers implements SecretFinder {

  private static final int SHORTEST = 12;
  private static final int SHORTEST_OF_ALL_SCHEMES = 13;
  private static final int LONGEST = 19;
  private static final int LONGEST_TELEPHONE_NUMBER = 13;
  private static final int KEPT_AT_START = 6;
  private static final int KEPT_AT_END = 4;

  /** Unbroken, in fours, or as American Express and Diners Club print theirs. */
  private static final Pattern USUAL_SHAPE = Pattern.compile("\\d+|(?:4 ){2,4}[1-4]|4 6 [45]|8 8");

  private final boolean usualGroupsOnly;

  private CardNumbers(boolean usualGroupsOnly) {
    this.usualGroupsOnly = usualGroupsOnly;
  }

  /** Numbers that are written as one number is. */
  static CardNumbers inUsualGroups() {
    return new CardNumbers(true);
  }

  /** Numbers with separators anywhere. */
  static CardNumbers inAnyGroups() {
    return new CardNumbers(false);
  }

  @Override
  public void find(FoldedText text) {
    DigitRun.forEach(text, run -> maskAll(text, run));
  }

  private void maskAll(FoldedText text, DigitRun run) {
    int from = 0;
    int to = 0;
    for (int start = 0; start + SHORTEST <= run.size(); start++) {
      int end = run.startsGroup(start) ? endOfLongestCard(text, run, start) : 0;
      if (end > 0 && start >= to) {
        mask(text, run, from, to);
        from = start;
      }
      to = Math.max(to, end);
    }
    mask(text, run, from, to);
  }

  /**
   * Returns the index after the last digit, or 0 when no card number begins at {@code start}. Where
   * one begins in usual groups, further groups may still belong to it.
   */
  private int endOfLongestCard(FoldedText text, DigitRun run, int start) {
    int firstSix = run.number(start, KEPT_AT_START);
    if (!CardScheme.anyBeginsWith(firstSix)) {
      return 0;
    }
    int longest = 0;
    boolean accepted = !usualGroupsOnly;
    LuhnSum sum = new LuhnSum();
    for (int end = start + 1; end <= Math.min(run.size(), start + LONGEST); end++) {
      sum.add(run.digit(end - 1));
      if (sum.isValid() && isCandidate(text, run, start, end)) {
        boolean usual = isUsual(run, start, end, firstSix);
        accepted |= usual;
        longest = usual || CardScheme.anyIssues(firstSix, end - start) ? end : longest;
      }
    }
    return accepted ? longest : 0;
  }

  private static boolean isCandidate(FoldedText text, DigitRun run, int start, int end) {
    int length = end - start;
    int place = run.place(start);
    boolean telephone =
        length <= LONGEST_TELEPHONE_NUMBER && place > 0 && text.charAt(place - 1) == '+';
    return length >= SHORTEST && run.groupEndsBefore(end) && !telephone;
  }

  /**
   * What is written as one number may have any length from 13 digits on: new lengths are issued
   * before lists of them are. Otherwise digits of several numbers may meet, and only the lengths
   * count that a scheme issues.
   */
  private static boolean isUsual(DigitRun run, int start, int end, int firstSix) {
    int length = end - start;
    return (length >= SHORTEST_OF_ALL_SCHEMES || CardScheme.anyIssues(firstSix, length))
        && USUAL_SHAPE.matcher(run.shape(start, end)).matches();
  }

  /** The mask of a number that begins as one masked number does and ends as another. */
  static String joined(String first, String last) {
    int hidden = Math.max(first.length(), last.length()) - KEPT_AT_START - KEPT_AT_END;
    return first.substring(0, KEPT_AT_START)
        + "*".repeat(hidden)
        + last.substring(last.length() - KEPT_AT_END);
  }

  private static void mask(FoldedText text, DigitRun run, int from, int to) {
    if (to == 0) {
      return;
    }
    StringBuilder masked = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean kept = i < from + KEPT_AT_START || i >= to - KEPT_AT_END;
      masked.append(kept ? (char) ('0' + run.digit(i)) : '*');
    }
    text.claim(run.place(from), run.place(to - 1) + 1, SecretKind.CARD, masked.toString());
  }
}
