package io.casewire.routing.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.WordFiles;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path KIT = Path.of("../service-kit/src/main/resources/words");

  @Test
  void every_word_of_the_pages_is_there_in_every_language() {
    WordFiles files = new WordFiles(RESOURCES);
    for (String language : Set.of("en", "zh")) {
      Path own = RESOURCES.resolve("words/service_%s.properties".formatted(language));
      Path kit = KIT.resolve("kit_%s.properties".formatted(language));

      assertEquals(Set.of(), files.missingFrom(own, kit));
    }
  }
}
