package io.casewire.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.WordFiles;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path KIT =
      Path.of("../service-kit/src/main/resources/words/kit_en.properties");
  private static final Path ENGLISH = RESOURCES.resolve("words/service_en.properties");
  private static final Path CHINESE = RESOURCES.resolve("words/service_zh.properties");

  @Test
  void the_pages_have_all_their_words() {
    assertEquals(Set.of(), new WordFiles(RESOURCES).missingFrom(KIT, ENGLISH));
  }

  @Test
  void both_languages_say_the_same_things() {
    assertEquals(WordFiles.keys(ENGLISH), WordFiles.keys(CHINESE));
  }
}
