package io.casewire.intake.chat;

import io.casewire.events.envelope.Cause;
import io.casewire.intake.conversation.ChatDeliveries;
import io.casewire.intake.conversation.ChatFeed;
import io.casewire.intake.conversation.FeedPosition;
import io.casewire.kit.id.Ids;
import io.casewire.kit.ratelimit.RateLimiter;
import io.casewire.kit.transaction.Faults;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Does the work of the windows. A request of a window waits out an outage as long as its client
 * stays connected: to tell the client, and to be asked again, costs more.
 */
@ApplicationScoped
class ChatBackend {

  /** Few, since a slow window keeps them in memory. */
  private static final int FEED_BATCH = 20;

  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofSeconds(8);
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(30);

  private final Frames frames;
  private final ChatSessions sessions;
  private final ChatIntake intake;
  private final ChatFeed feed;
  private final ChatDeliveries deliveries;
  private final RateLimiter limiter;
  private final Duration heartbeat;

  ChatBackend(
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
    return duringOutage(() -> sessions.greet(hello), isThere);
  }

  Uni<ChatMessages.Stored> take(
      ChatSessions.Greeting session,
      UUID messageId,
      ClientFrame.Message frame,
      BooleanSupplier isThere) {
    limit("session " + session.sessionId());
    Cause cause = cause();
    return duringOutage(
        () -> intake.take(session.sessionId(), messageId, frame, session.locale(), cause), isThere);
  }

  Uni<Void> confirm(ChatSessions.Greeting session, FeedPosition upTo, BooleanSupplier isThere) {
    Cause cause = cause();
    return duringOutage(() -> deliveries.confirm(session.sessionId(), upTo, cause), isThere);
  }

  Uni<List<ChatFeed.Entry>> after(ChatSessions.Greeting session, FeedPosition position) {
    return feed.after(session.sessionId(), position, FEED_BATCH);
  }

  private static <T> Uni<T> duringOutage(Supplier<Uni<T>> work, BooleanSupplier isThere) {
    return Uni.createFrom()
        .deferred(() -> work.get())
        .onFailure(failure -> Faults.isTransient(failure) && isThere.getAsBoolean())
        .retry()
        .withBackOff(FIRST_REST, LONGEST_REST)
        .expireIn(LONGEST_OUTAGE.toMillis());
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
