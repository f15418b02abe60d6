package io.casewire.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The policies of sla, of which a case follows the first that fits it. */
public record Policies(Api sla) {

  private static final String PATH = "/api/v1/policies";
  private static final String LIST = "policies";

  /**
   * Puts policies before all others.
   *
   * @return all policies as they were
   */
  public JsonNode putFirst(List<Map<String, Object>> first) {
    JsonNode before = sla.get(PATH).expect(200).body().get(LIST);
    Set<Object> names = first.stream().map(one -> one.get("name")).collect(Collectors.toSet());
    List<Object> all = new ArrayList<>(first);
    before.forEach(
        one -> {
          if (!names.contains(one.get("name").asText())) {
            all.add(one);
          }
        });
    put(all);
    return before;
  }

  /** Makes these all policies there are. */
  public void put(Object policies) {
    sla.put(PATH, Map.of(LIST, policies)).expectSuccess();
  }
}
