package io.casewire.kit.inbox;

import io.casewire.kit.Applied;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Notes bodies, and fails on poison after having written, as a real mistake would. */
@ApplicationScoped
class TestHandler implements EventHandler {

  static final String POISON = "poison";

  /** Fails twice for a reason that is said nowhere. */
  static final String FLAKY = "flaky";

  /** Is applied when it is let go. */
  static final String HELD = "held";

  private final Applied applied;
  private final Set<String> mended = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> letGo = new CompletableFuture<>();

  TestHandler(Applied applied) {
    this.applied = applied;
  }

  void mend(String subject) {
    mended.add(subject);
  }

  void letGo() {
    letGo.complete(null);
  }

  @Override
  public String topic() {
    return "case-events";
  }

  @Override
  public boolean consumes(String type) {
    return Events.KNOWN_TYPE.equals(type);
  }

  @Override
  public Uni<Void> apply(UnitOfWork unitOfWork, List<ReceivedEvent> events) {
    return Multi.createFrom()
        .iterable(events)
        .onItem()
        .transformToUniAndConcatenate(event -> note(unitOfWork, event))
        .toUni()
        .replaceWithVoid();
  }

  private Uni<Void> note(UnitOfWork unitOfWork, ReceivedEvent event) {
    String subject = event.envelope().subject();
    String body = new String(event.body(), StandardCharsets.UTF_8);
    Uni<Void> noted =
        applied.note(unitOfWork, subject, body).invoke(() -> failIfToldTo(subject, body));
    return body.equals(HELD) ? noted.call(this::untilLetGo) : noted;
  }

  /** Goes on where it was: a session belongs to its context. */
  private Uni<Void> untilLetGo() {
    Context own = Vertx.currentContext();
    return Uni.createFrom()
        .completionStage(letGo)
        .emitOn(command -> own.runOnContext(ignored -> command.run()));
  }

  private void failIfToldTo(String subject, String body) {
    boolean poison = body.equals(POISON) && !mended.contains(subject);
    boolean flaky = body.equals(FLAKY) && attempts.merge(subject, 1, Integer::sum) <= 2;
    if (poison || flaky) {
      throw new IllegalStateException("can't be applied");
    }
  }
}
