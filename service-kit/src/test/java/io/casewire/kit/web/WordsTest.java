package io.casewire.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.testkit.WordFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Path RESOURCES = Path.of("src/main/resources");

  private final Words words = new Words();

  @Test
  void every_language_says_everything_that_the_layouts_need() {
    Set<String> missing =
        new WordFiles(RESOURCES).missingFrom(RESOURCES.resolve("words/kit_en.properties"));

    assertEquals(Set.of(), missing);
  }

  @Test
  void a_word_that_one_language_lacks_stops_the_start() {
    assertThrows(IllegalStateException.class, () -> WordFile.read("incomplete"));
  }

  @Test
  void numbers_decide_about_the_form_of_a_word() {
    assertEquals("one", words.say(Language.ENGLISH, "counted", 1));
    assertEquals("7 of them", words.say(Language.ENGLISH, "counted", 7));
    assertEquals("1 个", words.say(Language.CHINESE, "counted", 1));
  }

  @Test
  void the_readers_choice_comes_before_the_browsers() {
    assertEquals(Language.CHINESE, Language.preferred("zh", "en"));
    assertEquals(Language.CHINESE, Language.preferred("xx", "de, zh-TW;q=0.9, en;q=0.8"));
    assertEquals(Language.ENGLISH, Language.preferred(null, "zh;q=0, en;q=0.1"));
    assertEquals(Language.ENGLISH, Language.preferred(null, ";;;"));
    assertEquals(Language.ENGLISH, Language.preferred(null, null));
  }

  @Test
  void pages_for_staff_need_a_secret_for_their_sessions() {
    SessionCheck.check("service", Optional.empty());
    assertThrows(
        IllegalStateException.class, () -> SessionCheck.check("hybrid", Optional.of("short")));
  }
}
