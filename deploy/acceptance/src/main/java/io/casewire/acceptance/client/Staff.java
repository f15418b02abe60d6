package io.casewire.acceptance.client;

import io.casewire.acceptance.stack.Deployment;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The people behind the desk: who they are, and every service's interface in their names. */
public final class Staff {

  private static final String SUPERVISOR = "supervisor";

  private final Http http;
  private final Deployment casewire;
  private final TokenClient tokens;
  private final Map<Identity, String> tokenOf = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  private record Identity(String agentId, String role) {}

  public Staff(Http http, Deployment casewire) {
    this.http = http;
    this.casewire = casewire;
    this.tokens = new TokenClient(http, casewire.issuer());
  }

  /** Defines a member of the staff who speaks Chinese and English, and has him come online. */
  public void employ(String agentId, String name, String role, List<String> queues, int capacity) {
    routing("casewire-hr", SUPERVISOR)
        .put(
            "/api/v1/agents/" + agentId,
            Map.of(
                "name", name,
                "email", addressOf(agentId),
                "role", role,
                "queues", queues,
                "skills", List.of(),
                "languages", Map.of("zh", "native", "en", "fluent"),
                "capacity", capacity))
        .expectSuccess();
    setPresence(agentId, role, "online");
  }

  /** Has a member of the staff come or go: {@code online}, {@code away} or {@code offline}. */
  public void setPresence(String agentId, String role, String state) {
    routing(agentId, role)
        .put("/api/v1/agents/%s/presence".formatted(agentId), Map.of("state", state))
        .expectSuccess();
  }

  /** A bearer token of a member of the staff. */
  public String token(String agentId, String role) {
    return tokenOf.computeIfAbsent(
        new Identity(agentId, role), id -> tokens.tokenOf(id.agentId(), id.role()));
  }

  /** The mailbox of a member of the staff. */
  public static String addressOf(String agentId) {
    return agentId + "@agents.example";
  }

  public Api intake(String agentId, String role) {
    return api(casewire.intake(), agentId, role);
  }

  public Api routing(String agentId, String role) {
    return api(casewire.routing(), agentId, role);
  }

  public Api notification(String agentId, String role) {
    return api(casewire.notification(), agentId, role);
  }

  public Api sla(String agentId, String role) {
    return api(casewire.sla(), agentId, role);
  }

  /** Each call takes the next replica, so that no test is content with one of them. */
  private Api api(List<URI> replicas, String agentId, String role) {
    URI replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
    return new Api(http, replica, token(agentId, role));
  }
}
