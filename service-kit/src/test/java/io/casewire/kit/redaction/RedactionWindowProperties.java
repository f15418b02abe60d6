package io.casewire.kit.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What a reader of long texts must not notice: that they are searched window by window. */
class RedactionWindowProperties {

  private static final String SEED = "20261123";
  private static final int WINDOW = 400;
  private static final int MARGIN = 150;

  private final Redactor whole = new Redactor(Integer.MAX_VALUE / 2, 1);
  private final Redactor windowed = new Redactor(WINDOW, MARGIN);

  @Property(seed = SEED, tries = 5000)
  void a_text_in_windows_loses_the_same_as_the_whole_text(@ForAll("pieces") List<String> pieces) {
    // Given
    String text = String.join("", pieces);

    // When
    Redacted redacted = windowed.redact(text);

    // Then
    assertEquals(whole.redact(text), redacted);
    assertSame(redacted.text(), windowed.redact(redacted.text()).text());
  }

  @Property(seed = SEED, tries = 5000)
  void a_secret_across_any_boundary_is_found_as_it_is_elsewhere(
      @ForAll("secrets") String secret, @ForAll @IntRange(min = 0, max = 2 * WINDOW) int before) {
    // Given
    String filler = "so it is written, line by line. ".repeat(3 * WINDOW / 32 + 1);
    String text = filler.substring(0, before) + "\n" + secret + "\n" + filler;

    // When
    String redacted = windowed.redact(text).text();

    // Then
    assertEquals(
        filler.substring(0, before) + "\n" + whole.redact(secret).text() + "\n" + filler, redacted);
    assertFalse(redacted.contains(secret));
  }

  @Property(seed = SEED, tries = 500)
  void a_password_is_gone_however_long_it_is(
      @ForAll @IntRange(min = 0, max = WINDOW) int before,
      @ForAll @IntRange(min = 3, max = 5 * WINDOW) int length) {
    // Given
    String text = "x ".repeat(before) + "password: " + "k3y".repeat(length) + ", thanks";

    // When
    String redacted = windowed.redact(text).text();

    // Then
    assertEquals("x ".repeat(before) + "password: [redacted:password], thanks", redacted);
  }

  @Property(seed = SEED, tries = 500)
  void invisible_characters_and_blanks_move_no_secret_out_of_sight(
      @ForAll @IntRange(min = 0, max = 3 * WINDOW) int before,
      @ForAll @IntRange(min = 1, max = 5 * WINDOW) int between) {
    // Given
    String invisible = "\u200B".repeat(between);
    String text =
        "y ".repeat(before)
            + "4111 1111 11"
            + invisible
            + "11 1111, pin:"
            + " ".repeat(between)
            + "hunter2 end";

    // When
    String redacted = windowed.redact(text).text();

    // Then
    assertEquals(
        "y ".repeat(before)
            + "411111******1111, pin:"
            + " ".repeat(between)
            + "[redacted:password] end",
        redacted);
  }

  @Property(seed = SEED, tries = 300)
  void a_chain_of_numbers_that_is_longer_than_a_margin_leaves_no_number(
      @ForAll @IntRange(min = 0, max = WINDOW) int before,
      @ForAll @IntRange(min = 1, max = 100) int count) {
    // Given
    String text = "z ".repeat(before) + "4111 1111 1111 1111 ".repeat(count);

    // When
    String redacted = windowed.redact(text).text();

    // Then
    assertFalse(CardNumberSamples.digitsOf(redacted).contains("4111111111111111"));
    assertSame(redacted, windowed.redact(redacted).text());
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.of(
        "4111 1111 1111 1111",
        "4111111111111111",
        "5555-5555-5555-4444",
        "card ４１１１１１１１１１１１１１１１ thanks",
        "DE89 3704 0044 0532 0130 00",
        "11010519491231002X",
        "my CVV is 123",
        "the code 483920 is my verification code",
        "验证码是 483920",
        "password for the website: Tr0ub4dor&3",
        "我的密码是abc12345",
        "password:" + " ".repeat(3 * MARGIN) + "hunter2");
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    Arbitrary<String> filler =
        Arbitraries.of(
            " ",
            "\n",
            ", ",
            "订单 ",
            "hello ",
            "order 88213 of 2026-11-22 ",
            "，请帮我查一下。",
            "[redacted:cvv] ",
            "411111******1111 ",
            "call 800-555-1234 ",
            "⑿",
            "\u200B\u200B",
            "( ",
            "12 ",
            "7",
            " a1 ",
            "https://example.org/abc?d=17 ",
            "x".repeat(40) + " ");
    return Arbitraries.frequencyOf(Tuple.of(6, filler), Tuple.of(1, secrets().map(s -> s + " ")))
        .list()
        .ofMinSize(10)
        .ofMaxSize(250);
  }
}
