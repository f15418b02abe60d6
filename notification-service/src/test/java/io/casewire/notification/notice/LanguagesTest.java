package io.casewire.notification.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private final Languages languages = new Languages(List.of("en", "zh"));

  @ParameterizedTest
  @CsvSource({"zh,zh", "zh-CN,zh", "zh-Hant-TW,zh", "en-GB,en", "de,en", "'',en", "no locale,en"})
  void a_locale_stands_for_its_language_or_else_for_the_first_one(String locale, String language) {
    assertEquals(language, languages.of(locale));
  }

  @Test
  void an_agent_reads_the_language_that_he_knows_best() {
    assertEquals("zh", languages.bestOf(Map.of("en", "fluent", "zh", "native", "de", "native")));
  }

  @Test
  void an_agent_who_knows_none_of_them_reads_the_first_one() {
    assertEquals("en", languages.bestOf(Map.of("de", "native")));
  }
}
