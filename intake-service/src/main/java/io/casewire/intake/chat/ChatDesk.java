package io.casewire.intake.chat;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.ChatDeliveries;
import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.FeedEntry;
import io.casewire.intake.conversation.FeedPosition;
import io.casewire.kit.id.Ids;
import io.casewire.kit.ratelimit.RateLimiter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * What a window needs to be done. What it asks for waits out an outage, as long as somebody is
 * there who waits for its end.
 */
@ApplicationScoped
class ChatDesk {

  /** Few, since a window that is slow keeps them in memory. */
  private static final int FEED_BATCH = 20;

  private final Frames frames;
  private final ChatSessions sessions;
  private final ChatIntake intake;
  private final ChatFeed feed;
  private final ChatDeliveries deliveries;
  private final RateLimiter limiter;
  private final Duration heartbeat;

  ChatDesk(
      Frames frames,
      ChatSessions sessions,
      ChatIntake intake,
      ChatFeed feed,
      ChatDeliveries deliveries,
      ChatConfig config,
      Clock clock) {
    this.frames = frames;
    this.sessions = sessions;
    this.intake = intake;
    this.feed = feed;
    this.deliveries = deliveries;
    this.limiter = new RateLimiter(config.rateLimit(), clock);
    this.heartbeat = config.heartbeat();
  }

  Frames frames() {
    return frames;
  }

  Duration heartbeat() {
    return heartbeat;
  }

  Uni<ChatSessions.Greeting> greet(
      ClientFrame.Hello hello, String client, BooleanSupplier isThere) {
    limit("client " + client);
    return OutageWait.during(() -> sessions.greet(hello), isThere);
  }

  Uni<ChatMessages.Stored> take(
      ChatSessions.Greeting session,
      UUID messageId,
      ClientFrame.Message frame,
      BooleanSupplier isThere) {
    limit("session " + session.sessionId());
    Cause cause = cause();
    return OutageWait.during(
        () -> intake.take(session.sessionId(), messageId, frame, session.locale(), cause), isThere);
  }

  Uni<Void> confirm(ChatSessions.Greeting session, FeedPosition upTo, BooleanSupplier isThere) {
    Cause cause = cause();
    return OutageWait.during(() -> deliveries.confirm(session.sessionId(), upTo, cause), isThere);
  }

  Uni<List<FeedEntry>> after(ChatSessions.Greeting session, FeedPosition position) {
    return feed.after(session.sessionId(), position, FEED_BATCH);
  }

  private void limit(String key) {
    limiter
        .tryTake(key)
        .ifPresent(
            wait -> {
              throw new FrameException(
                  "too-many-requests", "wait %d s".formatted(wait.toSeconds() + 1));
            });
  }

  private static Cause cause() {
    return Cause.of(Ids.next().toString(), null);
  }
}
