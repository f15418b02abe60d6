package io.casewire.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The policies of sla, of which a case follows the first that fits it. */
public record Policies(Api sla) {

  private static final String PATH = "/api/v1/policies";
  private static final String LIST = "policies";

  /**
   * Puts a policy before all others.
   *
   * @return the others, as they were
   */
  public JsonNode putFirst(Map<String, Object> policy) {
    JsonNode before = sla.get(PATH).expect(200).body().get(LIST);
    List<Object> all = new ArrayList<>(List.of(policy));
    before.forEach(
        one -> {
          if (!one.get("name").asText().equals(policy.get("name"))) {
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
