package io.casewire.kit.etag;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", " \"7\" ", "\"6\", \"7\"", "*"})
  void a_change_meant_for_the_current_version_passes(String ifMatch) {
    assertDoesNotThrow(() -> ETags.require(7, ifMatch));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", ""})
  void a_change_meant_for_anything_else_is_refused(String ifMatch) {
    assertEquals(412, assertThrows(Problem.class, () -> ETags.require(7, ifMatch)).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"-1\"", "\"0\"", "*"})
  void nothing_matches_what_does_not_exist(String ifMatch) {
    assertThrows(Problem.class, () -> ETags.require(ETags.NONE, ifMatch));
  }

  @Test
  void without_a_condition_every_change_passes() {
    assertDoesNotThrow(() -> ETags.require(7, null));
    assertDoesNotThrow(() -> ETags.require(ETags.NONE, null));
  }
}
