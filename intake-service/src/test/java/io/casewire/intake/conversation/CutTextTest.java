package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class CutTextTest {

  private static final int MOST = 100;

  @Test
  void what_is_not_shown_is_what_was_cut() {
    assertEquals(
        "> When did you pay?\n\n> And how?\n\n-- \nAnn",
        CutText.of(
            "> When did you pay?\nOn Monday\n\n> And how?\nBy card\n\n-- \nAnn",
            "On Monday\n\nBy card",
            MOST));
  }

  @Test
  void a_notice_below_the_text_cuts_nothing() {
    assertNull(CutText.of(null, "All of it", MOST));
    assertEquals("> x", CutText.of("All\n> x", "All\n\n[Not kept: a.pdf]", MOST));
  }

  @Test
  void a_long_quote_is_cut_between_characters() {
    assertEquals("x".repeat(99), CutText.of("x".repeat(99) + "\ud83d\ude00 y", "z", MOST));
  }
}
