package io.casewire.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.casewire.acceptance.client.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The cases that routing and sla themselves list as forgotten. */
final class ForgottenLists {

  private static final String PATH = "/api/v1/audit/forgotten";

  private ForgottenLists() {}

  static Finding of(String service, Api api) {
    return of(service, path -> api.get(path).expect(200).body());
  }

  /** All pages: a page may be empty and have a next one. */
  static Finding of(String service, Function<String, JsonNode> pages) {
    List<String> forgotten = new ArrayList<>();
    String path = PATH;
    while (path != null) {
      JsonNode page = pages.apply(path);
      page.get("items").forEach(item -> forgotten.add(item.toString()));
      path =
          page.hasNonNull("nextCursor")
              ? PATH + "?cursor=" + page.get("nextCursor").asText()
              : null;
    }
    return Finding.of(service + " lists nobody as forgotten", forgotten);
  }
}
