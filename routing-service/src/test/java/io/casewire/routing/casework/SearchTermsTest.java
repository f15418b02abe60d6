package io.casewire.routing.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {

  private static final Set<String> TERMS =
      SearchTerms.of(
          "CW-100105 Refund Anna Müller 王小明 anna@kunden.example TX20260401 it failed twice");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CW-100105",
        "cw-100105",
        "[CW-100105]",
        "[CW-100105] refund",
        "100105",
        "00105",
        "0105",
        "Müller",
        "anna müller",
        "王小明",
        "小明",
        "王",
        "anna@kunden.example",
        "tx20260401",
        "20260401",
        "0401",
        "ＣＷ－１００１０５"
      })
  void a_case_is_found_by_its_number_name_address_and_reference(String query) {
    assertTrue(TERMS.containsAll(SearchTerms.ofQuery(query)), () -> "terms " + TERMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"105", "1001", "00106", "anne", "明小"})
  void other_words_and_shorter_or_other_parts_of_a_number_do_not_find_it(String query) {
    assertFalse(TERMS.containsAll(SearchTerms.ofQuery(query)));
  }

  @Test
  void a_long_number_is_found_by_its_whole_and_its_last_twenty_digits() {
    String number = "1".repeat(30) + "2".repeat(20);

    assertTrue(SearchTerms.of(number).containsAll(Set.of(number, "2".repeat(20))));
    assertEquals(18, SearchTerms.of(number).size());
  }

  @Test
  void a_query_asks_for_what_it_says_and_no_endings() {
    assertEquals(Set.of("cw", "100105"), SearchTerms.ofQuery("[CW-100105]"));
  }
}
