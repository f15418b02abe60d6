package io.casewire.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

  @ParameterizedTest
  @ValueSource(strings = {"type", "title", "status", "detail", "instance", "traceId", "violations"})
  void an_extension_can_not_take_the_place_of_what_every_problem_has(String member) {
    Problem problem = Problem.conflict("ended", "The case has ended", "It is closed.");

    assertThrows(IllegalArgumentException.class, () -> problem.withMember(member, "closed"));
  }

  @Test
  void a_problem_without_words_for_the_occurrence_is_a_mistake() {
    assertThrows(
        IllegalArgumentException.class, () -> Problem.conflict("ended", "The case has ended", " "));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 406, 408, 411, 413, 414, 415, 418, 431, 500, 502})
  void an_error_of_the_framework_is_explained_too(int status) {
    ProblemDetails details = StatusProblems.of(status).details();

    assertEquals(status, details.status());
  }

  @Test
  void the_detail_says_what_is_wrong_with_the_input() {
    Problem problem =
        Problem.invalid(
            List.of(new Violation("subject", "must be text"), new Violation("$", "is not UTF-8")));

    assertEquals("subject must be text; The input is not UTF-8.", problem.details().detail());
  }

  @Test
  void the_detail_stays_short_however_much_is_wrong() {
    List<Violation> many =
        IntStream.range(0, 500).mapToObj(i -> new Violation("a" + i, "is bad")).toList();

    assertEquals("a0 is bad; a1 is bad; a2 is bad.", Problem.invalid(many).details().detail());
  }
}
