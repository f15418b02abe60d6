package io.casewire.kit.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/cases",
        "q=%E4%B8%AD%E6%96%87+%F0%9F%98%80",
        "limit=5&cursor=~._-!$'()*,;:@/?",
        "q=100%25",
        "q=%0A%7F"
      })
  void text_may_pass(String encoded) {
    assertTrue(RequestTarget.isText(encoded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%00",
        "/cases/%00/notes",
        "q=a%00",
        "%FF",
        "%C0%AF",
        "%C0%80",
        "%E0%80%AF",
        "%ED%A0%80",
        "%ED%A0%80%ED%B0%80",
        "%F4%90%80%80",
        "%E4%B8",
        "%",
        "%4",
        "%zz",
        "%-1",
        "%+1",
        "q=中",
        "q=\u0000"
      })
  void what_is_no_text_may_not(String encoded) {
    assertFalse(RequestTarget.isText(encoded));
  }
}
