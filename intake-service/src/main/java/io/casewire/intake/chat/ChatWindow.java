package io.casewire.intake.chat;

import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.FeedEntry;
import io.casewire.intake.conversation.FeedPosition;
import io.casewire.kit.id.Ids;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Faults;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One open socket: takes the client's frames one after the other, and shows it what its session's
 * feed has after the position it has reached. Nothing is pushed from anywhere but the feed, so what
 * is shown comes in order and once, whichever replica it was written by. Thread-safe.
 */
final class ChatWindow {

  private static final Logger LOG = Logger.getLogger(ChatWindow.class);

  /** Another pass comes with a wake-up; the pause only has to be long. */
  private static final Duration UNTIL_WOKEN = Duration.ofHours(1);

  private final WebSocketConnection connection;
  private final String client;
  private final ChatDesk desk;
  private final FrameQueue queue;
  private final WakefulLoop showing;

  /** Messages of this very window: it is told of them by {@code accepted}. */
  private final Set<UUID> own = ConcurrentHashMap.newKeySet();

  private volatile ChatSessions.@Nullable Greeting session;
  private volatile FeedPosition reached = FeedPosition.before(0);

  ChatWindow(WebSocketConnection connection, String client, ChatDesk desk, Vertx vertx) {
    this.connection = connection;
    this.client = client;
    this.desk = desk;
    this.queue = new FrameQueue(this::handle);
    this.showing = new WakefulLoop("chat-window", vertx, this::showNext);
  }

  String client() {
    return client;
  }

  Optional<UUID> sessionId() {
    return Optional.ofNullable(session).map(ChatSessions.Greeting::sessionId);
  }

  boolean shows(UUID sessionId) {
    return sessionId().filter(sessionId::equals).isPresent();
  }

  /** A frame has come. */
  void take(String frame) {
    if (!queue.offer(frame)) {
      close(CloseCodes.POLICY, "too many frames at once");
    }
  }

  /** There may be more to show. */
  void look() {
    showing.wake();
  }

  /** Looks if its session's feed reaches further than it has come. */
  void lookIfBehind(Map<UUID, FeedPosition> ends) {
    sessionId()
        .map(ends::get)
        .filter(end -> end.compareTo(reached) > 0)
        .ifPresent(end -> showing.wake());
  }

  void closeUnlessGreeted() {
    if (session == null) {
      close(CloseCodes.POLICY, "hello did not come");
    }
  }

  /** The socket is closed. */
  void stop() {
    showing.stop();
    queue.clear();
  }

  private Uni<Void> handle(String text) {
    return Uni.createFrom()
        .deferred(() -> handle(desk.frames().read(text)))
        .onFailure()
        .recoverWithUni(this::report);
  }

  private Uni<Void> handle(ClientFrame frame) {
    ChatSessions.Greeting greeted = session;
    if (greeted == null) {
      return frame instanceof ClientFrame.Hello hello ? greet(hello) : refuse();
    }
    return switch (frame) {
      case ClientFrame.Hello _ ->
          throw new FrameException("hello-repeated", "hello comes once, as the first frame");
      case ClientFrame.Message message -> write(greeted, message);
      case ClientFrame.Seen seen -> confirm(greeted, seen);
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
    return desk.greet(hello, client)
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

  private static ServerFrame welcome(ChatSessions.Greeting greeting) {
    ChatFeed.ChatCase current = greeting.currentCase().orElse(null);
    return new ServerFrame.Welcome(
        greeting.token(),
        current == null ? null : current.caseId(),
        current == null ? null : current.caseNumber());
  }

  /**
   * Coming back after an event confirms all that is before it; without one, everything is shown.
   */
  private Uni<Void> begin(ChatSessions.Greeting greeting, @Nullable String lastEventId) {
    FeedPosition end =
        greeting.currentCase().map(ChatFeed.ChatCase::end).orElse(FeedPosition.before(0));
    Optional<FeedPosition> shown =
        Optional.ofNullable(lastEventId)
            .flatMap(FeedPosition::parse)
            .filter(position -> position.compareTo(end) <= 0);
    reached = shown.orElse(FeedPosition.before(end.ordinal()));
    session = greeting;
    showing.start();
    return shown
        .map(position -> desk.confirm(greeting, position))
        .orElse(Uni.createFrom().voidItem());
  }

  private Uni<Void> write(ChatSessions.Greeting greeted, ClientFrame.Message frame) {
    UUID messageId = Ids.next();
    own.add(messageId);
    return desk.take(greeted, messageId, frame)
        .onFailure()
        .invoke(failure -> own.remove(messageId))
        .invoke(
            stored -> {
              if (!stored.messageId().equals(messageId)) {
                own.remove(messageId);
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

  private Uni<Void> confirm(ChatSessions.Greeting greeted, ClientFrame.Seen seen) {
    FeedPosition position =
        FeedPosition.parse(seen.eventId())
            .filter(known -> known.compareTo(reached) <= 0)
            .orElseThrow(() -> new FrameException("event-unknown", "eventId is not one of ours"));
    return desk.confirm(greeted, position);
  }

  /** Shows a batch of the feed, each entry after the one before has left. */
  private Uni<Duration> showNext() {
    ChatSessions.Greeting greeted = session;
    return greeted == null
        ? Uni.createFrom().item(UNTIL_WOKEN)
        : desk.after(greeted, reached)
            .call(this::showAll)
            .map(entries -> entries.isEmpty() ? UNTIL_WOKEN : Duration.ZERO);
  }

  private Uni<Void> showAll(List<FeedEntry> entries) {
    return Multi.createFrom()
        .iterable(entries)
        .onItem()
        .transformToUniAndConcatenate(this::show)
        .toUni()
        .replaceWithVoid();
  }

  private Uni<Void> show(FeedEntry entry) {
    boolean written = entry instanceof FeedEntry.Own message && own.remove(message.messageId());
    Uni<Void> shown = written ? Uni.createFrom().voidItem() : send(ServerFrame.of(entry));
    return shown.invoke(() -> reached = entry.position());
  }

  private Uni<Void> send(ServerFrame frame) {
    return connection.sendText(desk.frames().write(frame));
  }

  private Uni<Void> report(Throwable failure) {
    if (failure instanceof FrameException wrong) {
      boolean noHello = session == null && wrong.code().equals(Frames.UNKNOWN_TYPE);
      return noHello ? refuse() : send(wrong.frame());
    }
    LOG.warnf(
        "chat frame failed connection=%s because=%s",
        connection.id(), failure.getClass().getName());
    String code = Faults.isTransient(failure) ? "unavailable" : "internal-error";
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
