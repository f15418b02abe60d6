package io.casewire.kit.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers write, in both languages, and what may be stored of it: {@code corpus.tsv}. */
class RedactionCorpusTest {

  private static final Pattern CODE_POINT = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

  private final Redactor redactor = new Redactor();

  static Stream<Arguments> corpus() {
    try (InputStream file = RedactionCorpusTest.class.getResourceAsStream("corpus.tsv")) {
      String lines = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(pair -> Arguments.of(text(pair[0]), text(pair[1].equals("=") ? pair[0] : pair[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String written) {
    return CODE_POINT
        .matcher(written.replace("\\n", "\n"))
        .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("corpus")
  void only_the_secrets_are_taken_out(String written, String stored) {
    // When
    String redacted = redactor.redact(written).text();

    // Then
    assertEquals(stored, redacted);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("corpus")
  void what_was_redacted_once_stays_as_it_is(String written, String stored) {
    // When
    Redacted again = redactor.redact(stored);

    // Then
    assertEquals(stored, again.text());
    assertEquals(0, again.findings().size());
  }
}
