package io.casewire.kit.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every number, script, separator and text around them. */
class RedactionProperties {

  private static final String SEED = "20261122";

  private final Redactor redactor = new Redactor();

  @Property(seed = SEED, tries = 5000)
  void a_card_number_keeps_six_and_four_digits_and_the_text_around_it_stays(
      @ForAll("cardDigits") String digits,
      @ForAll("zeros") int zero,
      @ForAll("usualGaps") List<String> gaps,
      @ForAll("textBefore") String before,
      @ForAll("textAfter") String after) {
    // Given
    String written = CardNumberSamples.write(digits, zero, gaps);

    // When
    Redacted redacted = redactor.redact(before + written + after);

    // Then
    assertEquals(before + masked(digits) + after, redacted.text());
    assertEquals(List.of(new Finding(SecretKind.CARD, 1)), redacted.findings());
  }

  private static String masked(String digits) {
    int length = digits.length();
    return digits.substring(0, 6) + "*".repeat(length - 10) + digits.substring(length - 4);
  }

  @Property(seed = SEED, tries = 20000)
  void no_card_number_survives_whatever_stands_between_its_digits(
      @ForAll("cardDigits") String digits,
      @ForAll("zeros") int zero,
      @ForAll("anyGaps") List<String> gaps,
      @ForAll("textBefore") String before,
      @ForAll("textAfter") String after) {
    // Given
    String written = CardNumberSamples.write(digits, zero, gaps);

    // When
    String redacted = redactor.redact(before + written + after).text();

    // Then
    assertFalse(CardNumberSamples.digitsOf(redacted).contains(digits));
    assertTrue(redacted.startsWith(before) && redacted.endsWith(after));
  }

  @Property(seed = SEED, tries = 5000)
  void a_number_that_fails_the_luhn_check_survives(
      @ForAll("numbers") String number,
      @ForAll("textBefore") String before,
      @ForAll("textAfter") String after) {
    // Given
    boolean valid = CardNumberSamples.isValid(number);
    String order = before + (valid ? withOtherLastDigit(number) : number) + after;

    // When
    Redacted redacted = redactor.redact(order);

    // Then
    assertSame(order, redacted.text());
  }

  private static String withOtherLastDigit(String number) {
    int last = number.length() - 1;
    return number.substring(0, last) + (char) ('0' + (number.charAt(last) - '0' + 1) % 10);
  }

  @Property(seed = SEED, tries = 2000)
  void no_resident_identity_number_survives(
      @ForAll("residentIds") String id,
      @ForAll("textBefore") String before,
      @ForAll("textAfter") String after) {
    // When
    String redacted = redactor.redact(before + id + after).text();

    // Then
    assertEquals(before + "[redacted:resident-id]" + after, redacted);
  }

  @Property(seed = SEED, tries = 20000)
  void redacting_twice_is_redacting_once(@ForAll("hostileTexts") String text) {
    // Given
    Redacted once = redactor.redact(text);

    // When
    Redacted twice = redactor.redact(once.text());

    // Then
    assertSame(once.text(), twice.text());
  }

  @Property(seed = SEED, tries = 2000)
  void any_characters_may_stand_around_a_card_number(@ForAll String before, @ForAll String after) {
    // When
    String redacted = redactor.redact(before + " 4111111111111111 " + after).text();

    // Then
    assertFalse(redacted.contains("4111111111111111"));
  }

  @Provide
  Arbitrary<String> cardDigits() {
    return CardNumberSamples.digits();
  }

  @Provide
  Arbitrary<Integer> zeros() {
    return CardNumberSamples.zeros();
  }

  @Provide
  Arbitrary<List<String>> usualGaps() {
    return CardNumberSamples.usualGaps();
  }

  @Provide
  Arbitrary<List<String>> anyGaps() {
    return CardNumberSamples.anyGaps();
  }

  @Provide
  Arbitrary<String> textBefore() {
    return Arbitraries.of(
        "", "card ", "My number: ", "卡号", "我的银行卡是：", "(", "he said “", "ref A, ", "***", "id\n");
  }

  @Provide
  Arbitrary<String> textAfter() {
    return Arbitraries.of(
        "", " please help", "，请帮我查一下。", ").", "\n\nRegards\nZhang", " 谢谢", "” ok", "*");
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().numeric().ofMinLength(10).ofMaxLength(17);
  }

  @Provide
  Arbitrary<String> residentIds() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 40_000);
    Arbitrary<String> regions = Arbitraries.of("110105", "440524", "622301", "810000");
    Arbitrary<Integer> serials = Arbitraries.integers().between(0, 999);
    return Combinators.combine(regions, days, serials).as(RedactionProperties::residentId);
  }

  private static String residentId(String region, int day, int serial) {
    LocalDate born = LocalDate.of(1910, 1, 1).plusDays(day);
    String digits =
        region + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(serial);
    int sum =
        IntStream.range(0, 17).map(i -> (digits.charAt(i) - '0') * ((1 << (17 - i)) % 11)).sum();
    int check = (12 - sum % 11) % 11;
    return digits + (check == 10 ? "X" : check);
  }

  /** Numbers, words, links and marks in any order: where one rule could undo another's work. */
  @Provide
  Arbitrary<String> hostileTexts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "4111111111111111",
            "4111",
            "1111",
            "411",
            "11",
            "123",
            "1234",
            "482913",
            "5500",
            "0000 0004",
            "6205500000000000004",
            "11010519491231002X",
            "DE89370400440532013000",
            "DE89",
            "3704 0044",
            "cvv",
            "CVC",
            "安全码",
            "security code",
            "otp",
            "验证码",
            "verification code",
            "password",
            "密码",
            "pin",
            "one-time password",
            "pwd",
            " is ",
            "是",
            ":",
            "：",
            "=",
            "(",
            ")",
            " my ",
            "我的",
            "order",
            "订单",
            " ",
            " ",
            " ",
            "-",
            ".",
            ",",
            "/",
            "*",
            "**",
            "\n",
            "\u200B",
            "[redacted:cvv]",
            "[redacted:",
            "411111******1111",
            "hunter2",
            "abc",
            "Abc!9",
            "x",
            "2026-11-22",
            "400-820-8820",
            "13800138000",
            "+",
            "年",
            "位",
            "。",
            "“",
            "”",
            "１２３",
            "⑿");
    return pieces.list().ofMinSize(1).ofMaxSize(14).map(list -> String.join("", list));
  }
}
