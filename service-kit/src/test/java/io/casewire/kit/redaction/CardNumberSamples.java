package io.casewire.kit.redaction;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid card numbers of every scheme, written in every way that has been seen. */
final class CardNumberSamples {

  /** Prefixes with the lengths that their schemes issue. */
  private static final List<Tuple.Tuple2<String, List<Integer>>> SCHEMES =
      List.of(
          Tuple.of("4", List.of(13, 16, 19)),
          Tuple.of("51", List.of(16)),
          Tuple.of("55", List.of(16)),
          Tuple.of("2221", List.of(16)),
          Tuple.of("2720", List.of(16)),
          Tuple.of("34", List.of(15)),
          Tuple.of("37", List.of(15)),
          Tuple.of("6011", List.of(16, 19)),
          Tuple.of("65", List.of(16)),
          Tuple.of("3528", List.of(16)),
          Tuple.of("3589", List.of(16)),
          Tuple.of("305", List.of(14)),
          Tuple.of("36", List.of(14)),
          Tuple.of("38", List.of(14)),
          Tuple.of("62", List.of(16, 17, 18, 19)),
          Tuple.of("81", List.of(16, 19)),
          Tuple.of("5018", List.of(12, 13, 16, 19)),
          Tuple.of("6759", List.of(12, 16, 18)),
          Tuple.of("58", List.of(12, 14, 19)));

  private static final List<String> SEPARATORS =
      List.of(" ", "-", ".", "_", "/", "\u00A0", "\u3000", "\n", "\r\n", "\n> ", " - ", "\u2013");

  private static final List<String> INVISIBLE =
      List.of("\u200B", "\u200D", "\u2060", "\u00AD", "\u202E", "\uFEFF", "\u034F");

  private CardNumberSamples() {}

  /** Digits with a valid check digit. */
  static Arbitrary<String> digits() {
    return Arbitraries.of(SCHEMES)
        .flatMap(
            scheme ->
                Arbitraries.of(scheme.get2())
                    .flatMap(
                        length ->
                            Arbitraries.strings()
                                .numeric()
                                .ofLength(length - scheme.get1().length() - 1)
                                .map(middle -> withCheckDigit(scheme.get1() + middle))));
  }

  /** What stands after each of at most 19 digits: nothing, or one separator between fours. */
  static Arbitrary<List<String>> usualGaps() {
    return Arbitraries.of(SEPARATORS)
        .map(CardNumberSamples::inFours)
        .flatMap(fours -> Arbitraries.of(fours, inFours("")));
  }

  /**
   * One separator anywhere, or blanks and invisible characters everywhere. Several dashes, dots or
   * slashes are not among them: they could make dates of the digits, and dates survive.
   */
  static Arbitrary<List<String>> anyGaps() {
    Arbitrary<List<String>> oneSeparator =
        Combinators.combine(Arbitraries.of(SEPARATORS), Arbitraries.integers().between(0, 18))
            .as((separator, place) -> gaps(i -> i == place ? separator : ""));
    Arbitrary<List<String>> manyBlanks =
        Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("")),
                Tuple.of(
                    1, Arbitraries.of(" ", "\u00A0", "\u3000", "\n", "\r\n", "\n> ", "_", "、")),
                Tuple.of(1, Arbitraries.of(INVISIBLE)))
            .list()
            .ofSize(19);
    return Arbitraries.oneOf(oneSeparator, manyBlanks);
  }

  private static List<String> inFours(String separator) {
    return gaps(i -> i % 4 == 3 ? separator : "");
  }

  private static List<String> gaps(IntFunction<String> gapAfter) {
    return IntStream.range(0, 19).mapToObj(gapAfter).toList();
  }

  /** All decimal digits of a text, in plain ones. */
  static String digitsOf(String text) {
    return text.codePoints()
        .filter(Character::isDigit)
        .map(codePoint -> Character.digit(codePoint, 10))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining());
  }

  /** The digits in the script whose zero is given, with the gaps between them. */
  static String write(String digits, int zero, List<String> gaps) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      written.appendCodePoint(zero + digits.charAt(i) - '0');
      written.append(i < digits.length() - 1 ? gaps.get(i) : "");
    }
    return written.toString();
  }

  /** The zeros of plain, full-width, Arabic, Devanagari, Thai and mathematical digits. */
  static Arbitrary<Integer> zeros() {
    return Arbitraries.of(0x30, 0xFF10, 0x660, 0x966, 0xE50, 0x1D7CE);
  }

  static String withCheckDigit(String digits) {
    return IntStream.range(0, 10)
        .mapToObj(check -> digits + check)
        .filter(CardNumberSamples::isValid)
        .findFirst()
        .orElseThrow();
  }

  /** The Luhn check, written another way than in the code under test. */
  static boolean isValid(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int value = i % 2 == 0 ? digit : digit * 2;
      sum += value / 10 + value % 10;
    }
    return sum % 10 == 0;
  }
}
