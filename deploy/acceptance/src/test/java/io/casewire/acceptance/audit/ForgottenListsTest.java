package io.casewire.acceptance.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.acceptance.client.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgottenListsTest {

  @Test
  void a_list_whose_pages_are_all_empty_is_well() {
    Map<String, String> pages =
        Map.of(
            "/api/v1/audit/forgotten",
            "{\"items\":[],\"nextCursor\":\"c\"}",
            "/api/v1/audit/forgotten?cursor=c",
            "{\"items\":[],\"nextCursor\":null}");

    assertTrue(ForgottenLists.of("sla", path -> Json.read(pages.get(path))).passed());
  }

  @Test
  void a_case_behind_an_empty_page_is_found() {
    Map<String, String> pages =
        Map.of(
            "/api/v1/audit/forgotten",
            "{\"items\":[],\"nextCursor\":\"c\"}",
            "/api/v1/audit/forgotten?cursor=c",
            "{\"items\":[{\"reason\":\"no-clock\"}],\"nextCursor\":null}");

    assertEquals(
        List.of("{\"reason\":\"no-clock\"}"),
        ForgottenLists.of("sla", path -> Json.read(pages.get(path))).offences());
  }
}
