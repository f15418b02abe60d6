package io.casewire.intake.mail.automatic;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookAlikesTest {

  @Test
  void the_third_text_that_differs_in_numbers_and_times_only_is_one_too_many() {
    assertTrue(
        LookAlikes.areTooMany(
            "I am away until 3 March. Ticket 4713, Tue, 10:02 am.",
            List.of(
                "I am away until 2 March. Ticket 4712, Mon, 9:58 AM.",
                "Thanks!",
                "I am away until 28 February. Ticket 4711, Fri, 17:40.")));
    assertTrue(
        LookAlikes.areTooMany("您好，我在3月5日之前休假。", List.of("您好，我在3月4日之前休假。", "您好，我在3月3日之前休假。")));
  }

  @Test
  void a_second_one_is_not() {
    assertFalse(
        LookAlikes.areTooMany("I am away until Monday.", List.of("I am away until Tuesday.")));
  }

  @Test
  void short_answers_of_people_are_never_alike() {
    assertFalse(LookAlikes.areTooMany("4711", List.of("4712", "12 November")));
    assertFalse(LookAlikes.areTooMany("Yes.", List.of("Yes", "yes")));
  }

  @Test
  void different_texts_are_not_alike_however_many_they_are() {
    assertFalse(
        LookAlikes.areTooMany(
            "No! That was another order",
            List.of("My refund is missing", "It was order 4711", "On 12 November")));
  }
}
