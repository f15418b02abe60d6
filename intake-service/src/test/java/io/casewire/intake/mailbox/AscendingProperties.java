package io.casewire.intake.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class AscendingProperties {

  @Property(seed = "20260302")
  void the_first_number_above_the_bound_is_found_in_few_questions(
      @ForAll @Size(max = 300) @UniqueElements
          List<@LongRange(min = 1, max = 100_000) Long> numbers,
      @ForAll @LongRange(max = 100_001) long bound)
      throws MessagingException {
    List<Long> ascending = numbers.stream().sorted().toList();
    AtomicInteger questions = new AtomicInteger();

    int found =
        Ascending.firstAbove(
            bound,
            ascending.size(),
            place -> {
              questions.incrementAndGet();
              return ascending.get(place - 1);
            });

    long below = ascending.stream().filter(number -> number <= bound).count();
    assertEquals(below + 1, found);
    assertTrue(questions.get() <= 18, () -> questions + " questions");
  }
}
