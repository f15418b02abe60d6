package io.casewire.routing.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A queue as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueView(
    String queueId,
    long version,
    String name,
    int order,
    QueueBody.@Nullable Match match,
    String strategy,
    @Nullable List<String> requiredSkills,
    @Nullable Map<String, Integer> weights,
    @Nullable String escalateTo) {

  static QueueView of(String id, long version, QueueBody body) {
    return new QueueView(
        id,
        version,
        body.name(),
        body.order(),
        body.match(),
        body.toQueue(id, version).strategy().wireName(),
        body.requiredSkills(),
        body.weights(),
        body.escalateTo());
  }
}
