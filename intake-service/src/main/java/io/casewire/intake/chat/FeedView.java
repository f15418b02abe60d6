package io.casewire.intake.chat;

import io.casewire.intake.conversation.FeedEntry;
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
 * Shows a window what its session's feed has after the position that it has reached. Nothing is
 * pushed from anywhere but the feed, so what is shown comes in order and once, whichever replica it
 * was written by. Each entry waits until the one before has left, so a slow client keeps one batch
 * in memory and no more. Thread-safe.
 */
final class FeedView {

  /** Another pass comes with a wake-up; the pause only has to be long. */
  private static final Duration UNTIL_WOKEN = Duration.ofHours(1);

  /** Windows are many: all of them at once would be too much for a database that has just come. */
  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

  private static final Duration LONGEST_REST = Duration.ofSeconds(4);

  private final ChatSessions.Greeting session;
  private final ChatDesk desk;
  private final Function<ServerFrame, Uni<Void>> send;
  private final WakefulLoop loop;

  /** Messages of this very window: it is told of them by {@code accepted}. */
  private final Set<UUID> own = ConcurrentHashMap.newKeySet();

  private volatile FeedPosition reached;

  /** Ahead of what was reached while a frame leaves: its client may confirm it before we know. */
  private volatile FeedPosition offered;

  /**
   * @param from the last position that the window has shown
   */
  FeedView(
      ChatSessions.Greeting session,
      FeedPosition from,
      ChatDesk desk,
      Function<ServerFrame, Uni<Void>> send,
      LoopSupervisor loops) {
    this.session = session;
    this.reached = from;
    this.offered = from;
    this.desk = desk;
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

  /** Whether the window was sent what stands at this position. */
  boolean hasReached(FeedPosition position) {
    return position.compareTo(offered) <= 0;
  }

  /** The window is writing this message, so it is not shown to it again. */
  void writes(UUID messageId) {
    own.add(messageId);
  }

  /** It did not become a message. */
  void didNotWrite(UUID messageId) {
    own.remove(messageId);
  }

  private Uni<Duration> showNext() {
    return desk.after(session, reached)
        .call(this::showAll)
        .map(entries -> entries.isEmpty() ? UNTIL_WOKEN : Duration.ZERO)
        .onFailure(Faults::isTransient)
        .recoverWithItem(FeedView::rest);
  }

  private static Duration rest() {
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextLong(SHORTEST_REST.toMillis(), LONGEST_REST.toMillis()));
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
    boolean known = entry instanceof FeedEntry.Own message && own.remove(message.messageId());
    offered = entry.position();
    Uni<Void> shown = known ? Uni.createFrom().voidItem() : send.apply(ServerFrame.of(entry));
    return shown.invoke(() -> reached = entry.position());
  }
}
