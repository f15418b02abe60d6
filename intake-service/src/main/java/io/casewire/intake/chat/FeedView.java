package io.casewire.intake.chat;

import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.FeedPosition;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.transaction.Faults;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Sends a window the entries of its session's feed after the position that it has reached. Entries
 * come from the feed only, so each is shown in order and once, whichever replica has written it. An
 * entry waits until the one before has left, so a slow client keeps one batch in memory and no
 * more. It is thread-safe.
 */
final class FeedView {

  /** Another pass comes with a wake-up; the pause only has to be long. */
  private static final Duration UNTIL_WOKEN = Duration.ofHours(1);

  /** Random, since all windows at once would be too much for a database that has just started. */
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

  private static final Duration LONGEST_REST = Duration.ofSeconds(4);

  private final ChatSessions.Greeting session;
  private final ChatBackend backend;
  private final Function<ServerFrame, Uni<Void>> send;
  private final WakefulLoop loop;

  /** Messages of this very window, whose client gets {@code accepted} instead. */
  private final Set<UUID> own = ConcurrentHashMap.newKeySet();

  private volatile FeedPosition reached;

  /** Ahead of {@code reached} while a frame leaves: the client may confirm it before we know. */
  private volatile FeedPosition offered;

  /**
   * @param from the last position that the window has shown
   */
  FeedView(
      ChatSessions.Greeting session,
      FeedPosition from,
      ChatBackend backend,
      Function<ServerFrame, Uni<Void>> send,
      LoopSupervisor loops) {
    this.session = session;
    this.reached = from;
    this.offered = from;
    this.backend = backend;
    this.send = send;
    this.loop = loops.forOneClient("chat-window", this::showNext);
  }

  void start() {
    loop.start();
  }

  void stop() {
    loop.stop();
  }

  /** There may be more to show. */
  void look() {
    loop.wake();
  }

  /** Looks if the feed reaches further than was shown. */
  void lookIfBehind(Map<UUID, FeedPosition> ends) {
    FeedPosition end = ends.get(session.sessionId());
    if (end != null && end.compareTo(reached) > 0) {
      loop.wake();
    }
  }

  ChatSessions.Greeting session() {
    return session;
  }

  /** Whether the entry at this position was sent to the window. */
  boolean hasReached(FeedPosition position) {
    return position.compareTo(offered) <= 0;
  }

  /** The window is writing this message, so it is not shown to it again. */
  void writes(UUID messageId) {
    own.add(messageId);
  }

  /** The message was not stored. */
  void didNotWrite(UUID messageId) {
    own.remove(messageId);
  }

  private Uni<Duration> showNext() {
    return backend
        .after(session, reached)
        .call(this::showAll)
        .map(entries -> entries.isEmpty() ? UNTIL_WOKEN : Duration.ZERO)
        .onFailure(Faults::isTransient)
        .recoverWithItem(FeedView::rest);
  }

  private static Duration rest() {
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextLong(SHORTEST_REST.toMillis(), LONGEST_REST.toMillis()));
  }

  private Uni<Void> showAll(List<ChatFeed.Entry> entries) {
    return Multi.createFrom()
        .iterable(entries)
        .onItem()
        .transformToUniAndConcatenate(this::show)
        .toUni()
        .replaceWithVoid();
  }

  private Uni<Void> show(ChatFeed.Entry entry) {
    boolean known = entry.id() != null && own.remove(entry.id());
    offered = entry.position();
    Uni<Void> shown = known ? Uni.createFrom().voidItem() : send.apply(ServerFrame.of(entry));
    return shown.invoke(() -> reached = entry.position());
  }
}
