package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Json;
import io.casewire.acceptance.client.Staff;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseEvent;
import io.casewire.events.CustomerMessageReceived;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Simulated agents: they come online, and whatever they are assigned they answer and resolve after
 * a moment of thought, so that their capacity comes free again.
 */
final class AgentCrew {

  private static final Duration THOUGHT = Duration.ofMillis(200);
  private static final int CAPACITY = 200;
  private static final String ROLE = "agent";
  private static final int SUCCESS_BELOW = 300;

  private final Staff staff;
  private final PatientHttp routing;
  private final Map<String, String> tokenOfAgent = new ConcurrentHashMap<>();
  private final Map<UUID, String> ownerOfCase = new ConcurrentHashMap<>();
  private final Set<UUID> causes = ConcurrentHashMap.newKeySet();
  private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
  private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();

  AgentCrew(Staff staff, PatientHttp routing) {
    this.staff = staff;
    this.routing = routing;
  }

  /** Defines so many agents, who speak Chinese and English, and has them come online. */
  void comeOnline(int agents) {
    IntStream.rangeClosed(1, agents).forEach(this::employ);
  }

  private void employ(int number) {
    String agentId = "load-agent-" + number;
    staff.employ(agentId, "Load Agent " + number, ROLE, List.of("default"), CAPACITY);
    tokenOfAgent.put(agentId, staff.token(agentId, ROLE));
  }

  /** All agents go: what others do next is not theirs. */
  void goOffline() {
    tokenOfAgent.keySet().forEach(agentId -> staff.setPresence(agentId, ROLE, "offline"));
  }

  /** Hears of a case: what concerns an agent of this crew is answered, once for each cause. */
  void hear(CaseEvent event) {
    switch (event) {
      case CaseAssigned assigned -> {
        ownerOfCase.put(assigned.caseId(), assigned.agentId());
        answer(assigned.caseId(), assigned.decisionId());
      }
      case CustomerMessageReceived more -> answer(more.caseId(), more.messageId());
      default -> {
        // Nothing to answer.
      }
    }
  }

  private void answer(UUID caseId, UUID cause) {
    String token = tokenOfAgent.get(ownerOfCase.getOrDefault(caseId, ""));
    if (token != null && causes.add(cause)) {
      Patience.after(THOUGHT, () -> answer(caseId, cause, token));
    }
  }

  private void answer(UUID caseId, UUID cause, String token) {
    String body =
        Json.write(Map.of("text", "Thank you, this is settled. 已为您处理。", "then", "resolved"));
    routing
        .send(
            new PatientHttp.Post(
                "/api/v1/cases/%s/replies".formatted(caseId), token, cause.toString(), body),
            cause.hashCode() & Integer.MAX_VALUE)
        .whenComplete((response, _) -> note(caseId, response));
  }

  private void note(UUID caseId, @Nullable HttpResponse<String> response) {
    if (response != null && response.statusCode() < SUCCESS_BELOW) {
      answered.add(
          new Answered(
              caseId, UUID.fromString(Json.read(response.body()).get("messageId").asText())));
    } else {
      String reason = response == null ? "no answer" : "HTTP " + response.statusCode();
      refused.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }
  }

  List<Answered> answers() {
    return List.copyOf(answered);
  }

  /** How many cases were answered, and how many answers were refused. */
  String summary() {
    return "agents answered %d, refused %s, sent again %d"
        .formatted(answered.size(), new TreeMap<>(refused), routing.retries());
  }
}
