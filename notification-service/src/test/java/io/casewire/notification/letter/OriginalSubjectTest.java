package io.casewire.notification.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginalSubjectTest {

  @ParameterizedTest
  @CsvSource({
    "Refund,Refund",
    "Re: Refund,Refund",
    "RE: re : Refund,Refund",
    "回复：退款,退款",
    "答复: Re: 退款,退款",
    "Reminder: pay,Reminder: pay"
  })
  void marks_of_earlier_answers_are_taken_off(String subject, String original) {
    assertEquals(original, OriginalSubject.of(subject));
  }

  @Test
  void a_long_subject_is_cut_between_characters() {
    // Given
    String subject = "\uD83D\uDE00".repeat(200);

    // Then
    assertEquals("\uD83D\uDE00".repeat(150) + "…", OriginalSubject.of(subject));
  }

  @Test
  void no_subject_is_an_empty_one() {
    assertEquals("", OriginalSubject.of(null));
  }
}
