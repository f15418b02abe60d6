package io.casewire.intake.chat;

import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.ChatSignal;
import io.casewire.intake.conversation.FeedPosition;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.web.ClientShares;
import io.casewire.kit.web.ClientShares.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The windows that are open at this replica. Wakes those that have something to show: at a signal,
 * and by reading how far each feed reaches from time to time, in case a signal was lost.
 */
@ApplicationScoped
class ChatHub {

  private final ChatSignal signal;
  private final ChatFeed feed;
  private final ChatBackend backend;
  private final ChatConfig config;
  private final Vertx vertx;
  private final LoopSupervisor loops;
  private final WakefulLoop poll;
  private final Map<String, ChatWindow> windows = new ConcurrentHashMap<>();
  private final ClientShares clients;

  ChatHub(
      ChatSignal signal,
      ChatFeed feed,
      ChatBackend backend,
      ChatConfig config,
      Vertx vertx,
      LoopSupervisor loops,
      MeterRegistry metrics) {
    this.signal = signal;
    this.feed = feed;
    this.backend = backend;
    this.config = config;
    this.vertx = vertx;
    this.loops = loops;
    this.clients = new ClientShares(config.sockets(), config.socketsPerClient());
    this.poll = loops.onEventLoop("chat-poll", this::pollFeeds);
    metrics.gaugeMapSize("casewire.chat.sockets", Tags.empty(), windows);
  }

  void start(@Observes StartupEvent event) {
    signal.listen(this::wake, poll::wake);
    poll.start();
  }

  void stop(@Observes ShutdownEvent event) {
    poll.stop();
  }

  Uni<Void> open(WebSocketConnection connection) {
    String client = connection.handshakeRequest().header(ChatHandshake.CLIENT);
    if (clients.claim(client, 1) != Claim.GRANTED) {
      return connection.close(new CloseReason(ChatConnection.TRY_AGAIN_LATER, "too many sockets"));
    }
    ChatWindow window = new ChatWindow(connection, client, backend, loops);
    windows.put(connection.id(), window);
    window.start(vertx);
    vertx.setTimer(config.helloWithin().toMillis(), ignored -> window.closeUnlessHello());
    return Uni.createFrom().voidItem();
  }

  Optional<ChatWindow> window(String connectionId) {
    return Optional.ofNullable(windows.get(connectionId));
  }

  void closed(String connectionId) {
    ChatWindow window = windows.remove(connectionId);
    if (window != null) {
      window.stop();
      clients.release(window.client(), 1);
    }
  }

  private void wake(UUID sessionId) {
    views().filter(view -> view.session().sessionId().equals(sessionId)).forEach(FeedView::look);
  }

  private Uni<Duration> pollFeeds() {
    Set<UUID> sessions =
        views().map(view -> view.session().sessionId()).collect(Collectors.toSet());
    return sessions.isEmpty()
        ? Uni.createFrom().item(config.poll())
        : feed.ends(sessions).invoke(this::wakeThoseBehind).replaceWith(config.poll());
  }

  private void wakeThoseBehind(Map<UUID, FeedPosition> ends) {
    views().forEach(view -> view.lookIfBehind(ends));
  }

  private Stream<FeedView> views() {
    return windows.values().stream().flatMap(window -> window.view().stream());
  }
}
