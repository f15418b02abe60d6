package io.casewire.routing.flow;

import static io.casewire.testkit.Eventually.eventually;
import static org.hamcrest.Matchers.equalTo;

import io.casewire.events.CaseOpened;
import io.casewire.events.Sources;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.StreamProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a queue of its own, which takes what comes through a channel of the same name. */
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
abstract class FlowTest {

  private static final AtomicInteger QUEUES = new AtomicInteger();

  String queue;
  StreamProbe stream;

  @BeforeEach
  void open_a_queue() {
    int number = QUEUES.incrementAndGet();
    queue = "queue-" + getClass().getSimpleName().toLowerCase(Locale.ROOT) + number;
    Desk.BOSS.worksOn("default", 0);
    Desk.BOSS
        .put(
            "/queues/" + queue,
            Map.of("name", "Queue", "order", number, "match", Map.of("channels", List.of(queue))))
        .statusCode(201);
    stream = new StreamProbe(Sources.ROUTING);
  }

  @AfterEach
  void close_the_stream() {
    stream.close();
  }

  CaseOpened opened() {
    CaseOpened opened = Customers.opens(queue);
    stream.say(opened);
    eventually(() -> Desk.BOSS.get("/cases/" + opened.caseId()).statusCode(200));
    return opened;
  }

  CaseOpened openedAndOwnedBy(Desk agent) {
    CaseOpened opened = opened();
    eventually(() -> isOwnedBy(opened, agent.agentId()));
    return opened;
  }

  static void isOwnedBy(CaseOpened opened, String agentId) {
    Desk.BOSS.get("/cases/" + opened.caseId()).body("owner", equalTo(agentId));
  }

  static void hasStatus(CaseOpened opened, String status) {
    Desk.BOSS.get("/cases/" + opened.caseId()).body("status", equalTo(status));
  }
}
