package io.casewire.kit.redaction;

/**
 * The card schemes by the first six digits of their numbers and the lengths that they issue.
 *
 * <p>Ranges as published by the schemes and collected in the ISO/IEC 7812 literature. Where schemes
 * share a range, either may claim the number.
 */
enum CardScheme {
  VISA(new int[] {13, 16, 19}, 400000, 499999),
  MASTERCARD(new int[] {16}, 510000, 559999, 222100, 272099),
  AMERICAN_EXPRESS(new int[] {15}, 340000, 349999, 370000, 379999),
  DISCOVER(new int[] {16, 17, 18, 19}, 601100, 601199, 644000, 659999),
  JCB(new int[] {16, 17, 18, 19}, 352800, 358999),
  JCB_OLD(new int[] {15}, 180000, 180099, 213100, 213199),
  DINERS_CLUB(
      new int[] {14, 15, 16, 17, 18, 19},
      300000,
      305999,
      309500,
      309599,
      360000,
      369999,
      380000,
      399999),
  UNION_PAY(new int[] {16, 17, 18, 19}, 620000, 629999, 810000, 819999, 955800, 955899),
  MAESTRO(
      new int[] {12, 13, 14, 15, 16, 17, 18, 19}, 500000, 509999, 560000, 589999, 600000, 699999),
  MIR(new int[] {16, 17, 18, 19}, 220000, 220499);

  private final int[] lengths;
  private final int[] ranges;

  CardScheme(int[] lengths, int... ranges) {
    this.lengths = lengths;
    this.ranges = ranges;
  }

  /** Whether any scheme's numbers begin with these six digits. */
  static boolean anyBeginsWith(int firstSix) {
    for (CardScheme scheme : values()) {
      if (scheme.beginsWith(firstSix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any scheme issues numbers of this length that begin with these six digits. */
  static boolean anyIssues(int firstSix, int length) {
    for (CardScheme scheme : values()) {
      if (scheme.hasLength(length) && scheme.beginsWith(firstSix)) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsWith(int firstSix) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (firstSix >= ranges[i] && firstSix <= ranges[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private boolean hasLength(int length) {
    for (int issued : lengths) {
      if (issued == length) {
        return true;
      }
    }
    return false;
  }
}
