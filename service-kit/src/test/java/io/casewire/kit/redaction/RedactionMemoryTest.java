package io.casewire.kit.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a process of its own, since only its heap's limit tells how much is needed at once. */
class RedactionMemoryTest {

  private static final int TEXT = 10 * 1024 * 1024;

  /** The text, the result while it is built, the result, and as much again for the collector. */
  private static final String HEAP = "-Xmx64m";

  @Test
  void a_large_text_needs_little_more_than_itself_and_its_result()
      throws IOException, InterruptedException {
    // Given
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            LargeText.class.getName());

    // When
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();

    // Then
    assertEquals(0, exit);
  }

  static final class LargeText {

    public static void main(String[] arguments) {
      String line = "paid with 4111 1111 1111 1111, order 88213, all the rest is as it was.\n";
      Redacted redacted = new Redactor().redact(line.repeat(TEXT / line.length()));
      boolean right = redacted.text().startsWith("paid with 411111******1111, order 88213");
      System.exit(right ? 0 : 1);
    }
  }
}
