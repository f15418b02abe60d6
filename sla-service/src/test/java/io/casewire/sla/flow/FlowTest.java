package io.casewire.sla.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.CaseEvent;
import io.casewire.events.Sources;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Each test has a channel of its own, and policies that promise its cases a first response within
 * an hour, further ones within half an hour and a resolution within a day.
 */
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
public abstract class FlowTest {

  protected static final Duration HOUR = Duration.ofHours(1);

  /** A moment that the database can keep as it is. */
  protected final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  protected final String channel = "channel-" + UUID.randomUUID();
  protected StreamProbe stream;

  @BeforeEach
  void define_policies() {
    stream = new StreamProbe(Sources.SLA);
    put(Map.of("firstResponse", "PT1H", "nextResponse", "PT30M", "resolution", "P1D"));
  }

  @AfterEach
  void close_the_stream() {
    stream.close();
  }

  protected void put(Map<String, String> targets) {
    Desk.BOSS
        .put(
            "/policies",
            Map.of(
                "policies",
                List.of(
                    policy("urgent", Map.of("priorities", List.of("urgent")), Map.of()),
                    policy(channel, Map.of("channels", List.of(channel)), targets))))
        .statusCode(200);
  }

  private static Map<String, Object> policy(
      String name, Map<String, Object> when, Map<String, String> targets) {
    return Map.of(
        "name",
        name,
        "when",
        when,
        "calendar",
        "default",
        "targets",
        targets,
        "warnAt",
        List.of("75%"),
        "escalation",
        List.of(
            Map.of("level", 1, "after", "100%", "to", "owner"),
            Map.of("level", 2, "after", "PT5M", "to", "lead", "action", "raise-priority"),
            Map.of("level", 3, "after", "PT2H", "to", "supervisor")),
        "pauseOn",
        List.of("pending"));
  }

  /** Waits until sla has said so many things of this kind about a case. */
  protected <E extends CaseEvent> List<E> hears(int times, Class<E> type, CaseScript script) {
    eventually(() -> assertEquals(times, stream.heard(type, script.caseId().toString()).size()));
    return stream.heard(type, script.caseId().toString());
  }
}
