package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Json;
import io.casewire.acceptance.client.Staff;
import io.casewire.events.CaseAssigned;
import io.casewire.events.CaseEvent;
import io.casewire.events.CustomerMessageReceived;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Simulated agents: they come online, and the load's cases that they are assigned they answer and
 * resolve, so that their capacity comes free again: one case after the other, each after a moment
 * of thought. A case of the load that went to somebody else is answered in his name.
 */
final class AgentCrew {

  private static final Duration THOUGHT = Duration.ofMillis(200);
  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(1);
  private static final Duration PARTING = Duration.ofSeconds(60);
  private static final int CAPACITY = 1000;
  private static final String ROLE = "agent";
  private static final int SUCCESS_BELOW = 300;

  private final Staff staff;
  private final PatientHttp routing;
  private final Patience patience;
  private final Predicate<UUID> isOurs;
  private final boolean silent;
  private final List<String> agents = new CopyOnWriteArrayList<>();
  private final Map<UUID, String> ownerOfCase = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> lastTaskOf = new ConcurrentHashMap<>();
  private final Set<UUID> causes = ConcurrentHashMap.newKeySet();
  private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
  private final Map<String, LongAdder> refused = new ConcurrentSkipListMap<>();
  private volatile boolean gone;

  /**
   * @param isOurs whether a case is one of the load
   * @param silent whether they leave it at that
   */
  AgentCrew(
      Staff staff, PatientHttp routing, Patience patience, Predicate<UUID> isOurs, boolean silent) {
    this.staff = staff;
    this.routing = routing;
    this.patience = patience;
    this.isOurs = isOurs;
    this.silent = silent;
  }

  /** Defines so many agents, who speak Chinese and English, and has them come online. */
  void comeOnline(int agents) {
    IntStream.rangeClosed(1, agents).forEach(this::employ);
  }

  private void employ(int number) {
    String agentId = "load-agent-" + number;
    staff.employ(agentId, "Load Agent " + number, ROLE, List.of("default"), CAPACITY);
    agents.add(agentId);
  }

  /**
   * All agents go, and begin nothing any more: what others do next is not theirs. A service that
   * has just come back may ask them to wait.
   */
  void goOffline() {
    gone = true;
    Patience parting = Patience.lasting(patience.answerWithin(), PARTING);
    agents.forEach(agentId -> goOffline(agentId, parting));
  }

  private void goOffline(String agentId, Patience parting) {
    for (int attempts = 0; ; attempts++) {
      try {
        staff.setPresence(agentId, ROLE, "offline");
        return;
      } catch (IllegalStateException | UncheckedIOException e) {
        if (!parting.lasts()) {
          throw e;
        }
        parting.pause(attempts);
      }
    }
  }

  /** Hears of a case: what an agent should do is done, once for each cause. */
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

  /** The stream may tell of a case before its customer hears that it was accepted. */
  private void answer(UUID caseId, UUID cause) {
    String owner = ownerOfCase.get(caseId);
    if (silent || owner == null) {
      return;
    }
    if (isOurs.test(caseId)) {
      if (causes.add(cause)) {
        lastTaskOf.compute(
            owner,
            (_, before) ->
                before == null
                    ? answer(caseId, cause, owner)
                    : before.thenCompose(_ -> answer(caseId, cause, owner)));
      }
    } else if (patience.lasts()) {
      Patience.after(UNTIL_KNOWN, () -> answer(caseId, cause));
    }
  }

  /** Completes when he has done what he could. */
  private CompletableFuture<Void> answer(UUID caseId, UUID cause, String owner) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Patience.after(THOUGHT, () -> signIn(new Task(caseId, cause, owner, done), 0));
    return done;
  }

  /** The issuer of tokens may be away, too. */
  private void signIn(Task task, int attempts) {
    if (gone) {
      task.done().complete(null);
      return;
    }
    try {
      send(task, staff.token(task.owner(), ROLE));
    } catch (UncheckedIOException e) {
      if (patience.lasts()) {
        patience.later(attempts, () -> signIn(task, attempts + 1));
      } else {
        task.done().complete(null);
      }
    }
  }

  private void send(Task task, String token) {
    String body =
        Json.write(Map.of("text", "Thank you, this is settled. 已为您处理。", "then", "resolved"));
    routing
        .send(
            new PatientHttp.Post(
                "/api/v1/cases/%s/replies".formatted(task.caseId()),
                token,
                task.cause().toString(),
                body),
            task.cause().hashCode() & Integer.MAX_VALUE)
        .whenComplete(
            (response, _) -> {
              note(task.caseId(), response);
              task.done().complete(null);
            });
  }

  private record Task(UUID caseId, UUID cause, String owner, CompletableFuture<Void> done) {}

  private void note(UUID caseId, @Nullable HttpResponse<String> response) {
    if (response != null && response.statusCode() < SUCCESS_BELOW) {
      answered.add(
          new Answered(
              caseId,
              UUID.fromString(Json.read(response.body()).get("messageId").asText()),
              Instant.now()));
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
