package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.TokenClient;
import io.casewire.events.CaseAssigned;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Simulated agents: they come online, and whatever they are assigned they answer and resolve after
 * a moment of thought, so that their capacity comes free again.
 */
final class AgentCrew {

  private static final Duration THOUGHT = Duration.ofMillis(200);
  private static final int CAPACITY = 200;
  private static final String SUPERVISOR = "load-supervisor";

  private final Http http;
  private final List<URI> routings;
  private final TokenClient tokens;
  private final Map<String, String> tokenOfAgent = new ConcurrentHashMap<>();
  private final AtomicLong turn = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  AgentCrew(Http http, List<URI> routings, TokenClient tokens) {
    this.http = http;
    this.routings = routings;
    this.tokens = tokens;
  }

  /** Defines so many agents, who speak Chinese and English, and has them come online. */
  void comeOnline(int agents) {
    String supervisor = tokens.tokenOf(SUPERVISOR, "supervisor");
    IntStream.rangeClosed(1, agents).forEach(number -> comeOnline(number, supervisor));
  }

  private void comeOnline(int number, String supervisor) {
    String agentId = "load-agent-" + number;
    String token = tokens.tokenOf(agentId, "agent");
    tokenOfAgent.put(agentId, token);
    expectSuccess(
        http.exchange(
            Http.json(
                "PUT",
                routing("/api/v1/agents/" + agentId),
                supervisor,
                Map.of(
                    "name",
                    "Load Agent " + number,
                    "email",
                    agentId + "@agents.example",
                    "role",
                    "agent",
                    "queues",
                    List.of("default"),
                    "skills",
                    List.of(),
                    "languages",
                    Map.of("zh", "native", "en", "fluent"),
                    "capacity",
                    CAPACITY))));
    expectSuccess(
        http.exchange(
            Http.json(
                "PUT",
                routing("/api/v1/agents/%s/presence".formatted(agentId)),
                token,
                Map.of("state", "online"))));
  }

  /** Answers and resolves an assigned case, unless it belongs to somebody else's agent. */
  void work(CaseAssigned assigned) {
    String token = tokenOfAgent.get(assigned.agentId());
    if (token != null) {
      CompletableFuture.delayedExecutor(THOUGHT.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> answer(assigned, token));
    }
  }

  private void answer(CaseAssigned assigned, String token) {
    http.send(
            Http.json(
                "POST",
                routing("/api/v1/cases/%s/replies".formatted(assigned.caseId())),
                token,
                Map.of("text", "Thank you, this is settled. 已为您处理。", "then", "resolved")))
        .whenComplete(
            (response, failure) -> {
              boolean done = failure == null && response.statusCode() < 300;
              (done ? answered : failed).incrementAndGet();
            });
  }

  /** How many cases were answered, and how many answers were refused. */
  String summary() {
    return "agents answered %d, refused %d".formatted(answered.get(), failed.get());
  }

  private URI routing(String path) {
    return routings.get((int) (turn.getAndIncrement() % routings.size())).resolve(path);
  }

  private static void expectSuccess(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          response.request().uri() + " answers " + response.statusCode() + " " + response.body());
    }
  }
}
