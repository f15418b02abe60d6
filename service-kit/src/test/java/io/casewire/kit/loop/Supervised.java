package io.casewire.kit.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A supervisor without an application, whose clock a test sets. */
final class Supervised {

  static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  final Vertx vertx = Vertx.vertx();
  final MeterRegistry metrics = new SimpleMeterRegistry();
  final LoopSupervisor loops = new LoopSupervisor(vertx, metrics, new Settings(), this::nanoTime);
  private final AtomicLong nanos = new AtomicLong();

  private long nanoTime() {
    return nanos.get();
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  double count(String meter, String loop) {
    return metrics.get(meter).tag("loop", loop).counter().count();
  }

  double silence(String loop) {
    return metrics.get("casewire.loop.silent.seconds").tag("loop", loop).gauge().value();
  }

  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private record Settings(Duration longestSilence, Duration longestBackOff) implements LoopConfig {

    Settings() {
      this(LONGEST_SILENCE, Duration.ofMillis(4));
    }
  }
}
