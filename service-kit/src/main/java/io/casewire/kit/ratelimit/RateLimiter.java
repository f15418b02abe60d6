package io.casewire.kit.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Limits how often each key (a client's address, a customer's address) may be used. Thread-safe.
 *
 * <p>Counts in the memory of this process: with several replicas a client gets up to that many
 * times the limit, and a restart forgets. That is enough against floods, and costs no round trip.
 */
public final class RateLimiter {

  private final LoadingCache<String, Bucket> buckets;

  public RateLimiter(RateLimits limits, Clock clock) {
    TimeMeter time = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(limits.maximumKeys())
            // After an hour without use every bucket is full again.
            .expireAfterAccess(Duration.ofHours(1))
            .ticker(time::currentTimeNanos)
            .build(key -> bucket(limits, time));
  }

  /**
   * Uses a key once.
   *
   * @return empty if that was within the limits; else how long to wait, and nothing was counted
   */
  public Optional<Duration> tryTake(String key) {
    ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private static Bucket bucket(RateLimits limits, TimeMeter time) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            second ->
                second
                    .capacity(limits.perSecond())
                    .refillGreedy(limits.perSecond(), Duration.ofSeconds(1)))
        .addLimit(
            hour ->
                hour.capacity(limits.perHour()).refillGreedy(limits.perHour(), Duration.ofHours(1)))
        .build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
