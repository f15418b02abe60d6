package io.casewire.intake.mail.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatorLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "------------------&nbsp;原始邮件&nbsp;------------------",
        "------------------\u00a0原始邮件\u00a0------------------",
        "------------------&nbsp;\u00a0 原始邮件 &nbsp;------------------",
        "------------------ 原始邮件 ------------------",
        "-----Original&nbsp;Message-----",
        "-----\u3000Original Message\u3000-----"
      })
  void what_follows_the_line_before_an_enclosed_mail_is_not_shown(String separator) {
    String mail = "还没有收到。\n\n" + separator + "\n我们已经处理。\n";

    assertEquals("还没有收到。", VisibleText.of(mail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--&nbsp;请退款&nbsp;--", "原始邮件&nbsp;不见了", "-- &nbsp; --"})
  void other_lines_with_such_spaces_stay(String line) {
    assertEquals("你好\n" + line, VisibleText.of("你好\n" + line));
  }

  @Test
  void a_long_gap_costs_no_more_than_its_length() {
    String line = "-----" + " ".repeat(400) + "x";

    assertEquals("你好\n" + line, VisibleText.of("你好\n" + line));
  }
}
