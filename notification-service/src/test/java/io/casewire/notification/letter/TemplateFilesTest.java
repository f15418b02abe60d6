package io.casewire.notification.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.notification.notice.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateFilesTest {

  @Test
  void a_missing_variable_refuses_to_be_written() {
    // Given
    TemplateFiles templates = new TemplateFiles(List.of("en"));
    Map<String, Object> withoutLink = Map.of("caseNumber", "CW-1", "brand", "Casewire");

    // When
    UnwritableLetterException refusal =
        assertThrows(
            UnwritableLetterException.class,
            () -> templates.render(Template.CASE_ACKNOWLEDGED, "en", withoutLink));

    // Then
    assertEquals("letter case-acknowledged can't be written", refusal.getMessage());
  }

  @Test
  void a_language_without_texts_is_noticed_at_the_start() {
    assertThrows(IllegalStateException.class, () -> new TemplateFiles(List.of("en", "tlh")));
  }
}
