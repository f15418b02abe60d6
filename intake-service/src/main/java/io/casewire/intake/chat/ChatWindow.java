package io.casewire.intake.chat;

import io.casewire.intake.conversation.FeedPosition;
import io.casewire.kit.id.Ids;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.transaction.Faults;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One open socket: takes the client's frames one after the other. It is thread-safe. */
final class ChatWindow {

  private static final Logger LOG = Logger.getLogger(ChatWindow.class);

  private final ChatConnection connection;
  private final String client;
  private final ChatBackend backend;
  private final LoopSupervisor loops;
  private final FrameQueue queue;

  private volatile boolean hello;

  /** Null before the answer to hello. */
  private volatile @Nullable FeedView view;

  ChatWindow(WebSocketConnection socket, String client, ChatBackend backend, LoopSupervisor loops) {
    this.connection = new ChatConnection(socket, backend.frames(), this::giveUp);
    this.client = client;
    this.backend = backend;
    this.loops = loops;
    this.queue = new FrameQueue(this::handle);
  }

  void start(Vertx vertx) {
    connection.start(vertx, backend.heartbeat());
  }

  String client() {
    return client;
  }

  /** The view of its feed; none before hello. */
  Optional<FeedView> view() {
    return Optional.ofNullable(view);
  }

  /** A frame has come. */
  void take(String frame) {
    heard();
    if (!queue.offer(frame)) {
      connection.close(ChatConnection.POLICY, "too many frames at once");
    }
  }

  /** The client is there. */
  void heard() {
    connection.heard();
  }

  /** The client had its time to say hello. */
  void closeUnlessHello() {
    if (!hello && connection.isOpen()) {
      connection.close(ChatConnection.POLICY, "hello did not come");
    }
  }

  /** The socket is closed. */
  void stop() {
    connection.stop();
    view().ifPresent(FeedView::stop);
    queue.clear();
  }

  private Uni<Void> handle(String text) {
    return Uni.createFrom()
        .deferred(() -> handle(backend.frames().read(text)))
        .onFailure()
        .recoverWithUni(this::report);
  }

  private Uni<Void> handle(ClientFrame frame) {
    FeedView shown = view;
    if (shown == null) {
      return frame instanceof ClientFrame.Hello hello ? greet(hello) : refuse();
    }
    return switch (frame) {
      case ClientFrame.Hello _ ->
          throw new FrameException("hello-repeated", "hello comes once, as the first frame");
      case ClientFrame.Message message -> write(shown, message);
      case ClientFrame.Seen seen -> confirm(shown, seen);
      case ClientFrame.Typing _ -> Uni.createFrom().voidItem();
      case ClientFrame.End _ ->
          Uni.createFrom().voidItem().invoke(() -> connection.close(ChatConnection.NORMAL, "end"));
    };
  }

  private Uni<Void> refuse() {
    return connection
        .send(new ServerFrame.Failure("hello-expected", "the first frame is hello"))
        .invoke(() -> connection.close(ChatConnection.POLICY, "hello expected"));
  }

  private Uni<Void> greet(ClientFrame.Hello hello) {
    this.hello = true;
    return backend
        .greet(hello, client, connection::isOpen)
        .call(
            greeting ->
                greeting.tokenUnknown()
                    ? connection.send(
                        new ServerFrame.Failure(
                            "session-unknown", "the session is unknown; this is a new one"))
                    : Uni.createFrom().voidItem())
        .call(greeting -> connection.send(greeting.welcome(backend.heartbeat())))
        .chain(greeting -> begin(greeting, hello.lastEventId()));
  }

  /**
   * A client that comes back after an event confirms all entries up to it; without an event, it is
   * shown everything.
   */
  private Uni<Void> begin(ChatSessions.Greeting greeting, @Nullable String lastEventId) {
    Optional<FeedPosition> seen =
        Optional.ofNullable(lastEventId)
            .flatMap(FeedPosition::parse)
            .filter(position -> position.compareTo(greeting.feed().end()) <= 0);
    FeedPosition from = seen.orElse(greeting.feed().start());
    FeedView shown = new FeedView(greeting, from, backend, connection::send, loops);
    view = shown;
    if (connection.isOpen()) {
      shown.start();
    }
    return seen.map(position -> backend.confirm(greeting, position, connection::isOpen))
        .orElse(Uni.createFrom().voidItem());
  }

  private Uni<Void> write(FeedView shown, ClientFrame.Message frame) {
    UUID messageId = Ids.next();
    shown.writes(messageId);
    return backend
        .take(shown.session(), messageId, frame, connection::isOpen)
        .onFailure()
        .invoke(() -> shown.didNotWrite(messageId))
        .invoke(
            stored -> {
              if (!stored.messageId().equals(messageId)) {
                shown.didNotWrite(messageId);
              }
            })
        .chain(
            stored ->
                connection.send(
                    new ServerFrame.Accepted(
                        frame.clientMessageId(),
                        stored.messageId(),
                        stored.caseId(),
                        stored.caseNumber())));
  }

  private Uni<Void> confirm(FeedView shown, ClientFrame.Seen seen) {
    FeedPosition position =
        FeedPosition.parse(seen.eventId())
            .filter(shown::hasReached)
            .orElseThrow(() -> new FrameException("event-unknown", "eventId is not one of ours"));
    return backend.confirm(shown.session(), position, connection::isOpen);
  }

  /** It frees at once what it holds; its closing may take as long as the network does. */
  private void giveUp() {
    stop();
    connection.close(ChatConnection.POLICY, "no answer to pings");
  }

  private Uni<Void> report(Throwable failure) {
    if (failure instanceof FrameException wrong) {
      boolean noHello = view == null && wrong.code().equals(Frames.UNKNOWN_TYPE);
      return noHello ? refuse() : connection.send(wrong.frame());
    }
    boolean outage = Faults.isTransient(failure);
    // An outage fails the frames of all windows, and is logged where it is found.
    LOG.logf(
        outage ? Logger.Level.DEBUG : Logger.Level.WARN,
        "chat frame failed connection=%s because=%s",
        connection.id(),
        failure.getClass().getName());
    String code = outage ? "unavailable" : "internal-error";
    return connection.send(
        new ServerFrame.Failure(code, "nothing was stored; send it again later"));
  }
}
