package io.casewire.intake.chat;

import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.FeedPosition;
import io.casewire.kit.id.Ids;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.transaction.Faults;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One open socket: takes the client's frames one after the other. Thread-safe. */
final class ChatWindow {

  private static final Logger LOG = Logger.getLogger(ChatWindow.class);

  private final WebSocketConnection connection;
  private final String client;
  private final ChatDesk desk;
  private final LoopSupervisor loops;
  private final FrameQueue queue;
  private final Heartbeat heartbeat;

  private volatile boolean hello;

  /** Null before the answer to hello. */
  private volatile @Nullable FeedView view;

  ChatWindow(WebSocketConnection connection, String client, ChatDesk desk, LoopSupervisor loops) {
    this.connection = connection;
    this.client = client;
    this.desk = desk;
    this.loops = loops;
    this.queue = new FrameQueue(this::handle);
    this.heartbeat = new Heartbeat(this::beat, this::giveUp);
  }

  void start(Vertx vertx) {
    heartbeat.start(vertx, desk.heartbeat());
  }

  String client() {
    return client;
  }

  /** What it shows; nothing before hello. */
  Optional<FeedView> view() {
    return Optional.ofNullable(view);
  }

  /** A frame has come. */
  void take(String frame) {
    heard();
    if (!queue.offer(frame)) {
      close(CloseCodes.POLICY, "too many frames at once");
    }
  }

  /** The client is there. */
  void heard() {
    heartbeat.heard();
  }

  /** Who has said hello waits for us. */
  void closeUnlessHello() {
    if (!hello && connection.isOpen()) {
      close(CloseCodes.POLICY, "hello did not come");
    }
  }

  /** The socket is closed. */
  void stop() {
    heartbeat.stop();
    view().ifPresent(FeedView::stop);
    queue.clear();
  }

  private Uni<Void> handle(String text) {
    return Uni.createFrom()
        .deferred(() -> handle(desk.frames().read(text)))
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
          Uni.createFrom().voidItem().invoke(() -> close(CloseCodes.NORMAL, "end"));
    };
  }

  private Uni<Void> refuse() {
    return send(new ServerFrame.Failure("hello-expected", "the first frame is hello"))
        .invoke(() -> close(CloseCodes.POLICY, "hello expected"));
  }

  private Uni<Void> greet(ClientFrame.Hello hello) {
    this.hello = true;
    return desk.greet(hello, client, connection::isOpen)
        .call(
            greeting ->
                greeting.tokenUnknown()
                    ? send(
                        new ServerFrame.Failure(
                            "session-unknown", "the session is unknown; this is a new one"))
                    : Uni.createFrom().voidItem())
        .call(greeting -> send(welcome(greeting)))
        .chain(greeting -> begin(greeting, hello.lastEventId()));
  }

  private ServerFrame welcome(ChatSessions.Greeting greeting) {
    ChatFeed.ChatCase current = greeting.currentCase().orElse(null);
    return new ServerFrame.Welcome(
        greeting.token(),
        current == null ? null : current.caseId(),
        current == null ? null : current.caseNumber(),
        desk.heartbeat().toSeconds());
  }

  /**
   * Coming back after an event confirms all that is before it; without one, everything is shown.
   */
  private Uni<Void> begin(ChatSessions.Greeting greeting, @Nullable String lastEventId) {
    Optional<FeedPosition> seen =
        Optional.ofNullable(lastEventId)
            .flatMap(FeedPosition::parse)
            .filter(position -> position.compareTo(greeting.feed().end()) <= 0);
    FeedPosition from = seen.orElse(greeting.feed().start());
    FeedView shown = new FeedView(greeting, from, desk, this::send, loops);
    view = shown;
    if (connection.isOpen()) {
      shown.start();
    }
    return seen.map(position -> desk.confirm(greeting, position, connection::isOpen))
        .orElse(Uni.createFrom().voidItem());
  }

  private Uni<Void> write(FeedView shown, ClientFrame.Message frame) {
    UUID messageId = Ids.next();
    shown.writes(messageId);
    return desk.take(shown.session(), messageId, frame, connection::isOpen)
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
                send(
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
    return desk.confirm(shown.session(), position, connection::isOpen);
  }

  /** Who has gone comes back and asks again; nothing is sent after him. */
  private Uni<Void> send(ServerFrame frame) {
    return connection.isOpen()
        ? connection.sendText(desk.frames().write(frame))
        : Uni.createFrom().voidItem();
  }

  /** A page sees the frame only, its browser answers the ping only. */
  private void beat() {
    connection
        .sendPing(Buffer.buffer())
        .chain(() -> send(new ServerFrame.Heartbeat()))
        .subscribe()
        .with(
            ignored -> {},
            failure -> LOG.debugf(failure, "heartbeat connection=%s", connection.id()));
  }

  /** It frees at once what it holds; its closing may take as long as the network does. */
  private void giveUp() {
    stop();
    close(CloseCodes.POLICY, "no answer to pings");
  }

  private Uni<Void> report(Throwable failure) {
    if (failure instanceof FrameException wrong) {
      boolean noHello = view == null && wrong.code().equals(Frames.UNKNOWN_TYPE);
      return noHello ? refuse() : send(wrong.frame());
    }
    boolean outage = Faults.isTransient(failure);
    // An outage fails the frames of all windows, and is logged where it is found.
    LOG.logf(
        outage ? Logger.Level.DEBUG : Logger.Level.WARN,
        "chat frame failed connection=%s because=%s",
        connection.id(),
        failure.getClass().getName());
    String code = outage ? "unavailable" : "internal-error";
    return send(new ServerFrame.Failure(code, "nothing was stored; send it again later"));
  }

  private void close(int code, String reason) {
    connection
        .close(new CloseReason(code, reason))
        .subscribe()
        .with(
            ignored -> {},
            failure -> LOG.debugf(failure, "closing connection=%s", connection.id()));
  }
}
