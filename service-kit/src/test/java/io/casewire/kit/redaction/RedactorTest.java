package io.casewire.kit.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  private final Redactor redactor = new Redactor();

  @Test
  void a_text_without_secrets_is_returned_as_the_same_string() {
    // Given
    String text = "Order 88213 of 2026-11-22 was never delivered，请帮我查一下。";

    // When
    Redacted redacted = redactor.redact(text);

    // Then
    assertSame(text, redacted.text());
    assertEquals(List.of(), redacted.findings());
  }

  @Test
  void findings_tell_kinds_and_counts_and_never_the_secret() {
    // Given
    String text = "4111111111111111 cvv 123, or 5555555555554444 cvv 456, password: hunter2";

    // When
    Redacted redacted = redactor.redact(text);

    // Then
    assertEquals(
        List.of(
            new Finding(SecretKind.CARD, 2),
            new Finding(SecretKind.CVV, 2),
            new Finding(SecretKind.PASSWORD, 1)),
        redacted.findings());
    assertFalse(redacted.findings().toString().contains("123"));
  }

  @Test
  void numbers_that_overlap_are_masked_as_one() {
    // Given: the Visa number and the one that takes in the three digits after it are both valid
    String text = "4111 1111 1111 1111 110";

    // When
    String redacted = redactor.redact(text).text();

    // Then
    assertEquals("411111*********1110", redacted);
  }

  @Test
  void an_empty_text_has_no_secrets() {
    assertEquals("", redactor.redact("").text());
  }

  @Test
  void half_a_surrogate_pair_does_no_harm() {
    assertEquals(
        "\uD83D 411111******1111 \uDE00", redactor.redact("\uD83D 4111111111111111 \uDE00").text());
  }

  /** A search that is not linear would take hours here; the limit only ends such a test. */
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "4 ",
        "4111 ",
        "1 ",
        "12-",
        "0199c0de-",
        "2026-1-",
        "a",
        "a1",
        "x 1 ",
        " ",
        "\n",
        "4\n>",
        "cvv ",
        "cvv",
        "cvv (",
        "otp is my ",
        "1234 is my ",
        "1是验证码",
        "password",
        "password:",
        "password ((",
        "password for my the ",
        "pin is is ",
        "密码是",
        "a1是",
        "\"",
        "de89",
        "de89 ",
        "11010519491231002",
        "*",
        "411111**",
        "[redacted:",
        "\u200B",
        "4\u200B",
        "⑿",
        "\uFDFA"
      })
  void a_hostile_text_takes_no_longer_than_any_other(String unit) {
    // Given
    String text = unit.repeat(400_000 / unit.length());

    // When
    String redacted = redactor.redact(text).text();

    // Then
    assertEquals(redacted, redactor.redact(redacted).text());
  }
}
