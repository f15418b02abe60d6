package io.casewire.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.WordFiles;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  @Test
  void every_word_of_the_pages_is_there() {
    Set<String> missing =
        new WordFiles(RESOURCES)
            .missingFrom(
                RESOURCES.resolve("words/service_en.properties"),
                Path.of("../service-kit/src/main/resources/words/kit_en.properties"));

    assertEquals(Set.of(), missing);
  }
}
