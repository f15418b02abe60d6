package io.casewire.kit.loop;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Makes every loop and every long-lived thread of a service.
 *
 * <p>Guarantees: a loop survives whatever a pass throws, and ends when it is stopped and not
 * before; after failures it waits, longer each time; passes and failures are counted by its name; a
 * loop that does nothing although it should is found by {@link #silent}.
 */
@ApplicationScoped
public class LoopSupervisor {

  private final Vertx vertx;
  private final MeterRegistry metrics;
  private final LoopConfig config;
  private final LongSupplier nanoTime;
  private final Map<String, Queue<Heartbeat>> watched = new ConcurrentHashMap<>();

  @Inject
  LoopSupervisor(Vertx vertx, MeterRegistry metrics, LoopConfig config) {
    this(vertx, metrics, config, System::nanoTime);
  }

  LoopSupervisor(Vertx vertx, MeterRegistry metrics, LoopConfig config, LongSupplier nanoTime) {
    this.vertx = vertx;
    this.metrics = metrics;
    this.config = config;
    this.nanoTime = nanoTime;
  }

  /**
   * A loop on an event loop.
   *
   * @param pass does the work and tells how long to pause if nobody wakes the loop; zero means to
   *     go on at once
   */
  public WakefulLoop onEventLoop(String name, Supplier<Uni<Duration>> pass) {
    return new WakefulLoop(vertx, watched(name, config.longestBackOff()), pass);
  }

  /**
   * A loop on an event loop that serves a single client. It is counted and not watched, since its
   * passes wait for the client.
   */
  public WakefulLoop forOneClient(String name, Supplier<Uni<Duration>> pass) {
    return new WakefulLoop(vertx, heartbeat(name, config.longestBackOff()), pass);
  }

  /** A loop on a platform thread of its own, for work that blocks. */
  public ThreadLoop onThread(String name, ThreadLoop.Pass pass) {
    return onThread(name, config.longestBackOff(), pass);
  }

  /**
   * A loop on a platform thread of its own.
   *
   * @param longestBackOff the longest wait after failures in a row
   */
  public ThreadLoop onThread(String name, Duration longestBackOff, ThreadLoop.Pass pass) {
    return new ThreadLoop(Thread.ofPlatform().daemon(), watched(name, longestBackOff), pass);
  }

  /** A loop on a virtual thread of its own, whose blocking calls can be interrupted. */
  public ThreadLoop onVirtualThread(String name, ThreadLoop.Pass pass) {
    return new ThreadLoop(Thread.ofVirtual(), watched(name, config.longestBackOff()), pass);
  }

  /** The loops that have been silent for longer than is allowed, and for how long. */
  public Map<String, Duration> silent() {
    return watched.keySet().stream()
        .filter(name -> silence(name).compareTo(config.longestSilence()) > 0)
        .collect(Collectors.toMap(name -> name, this::silence));
  }

  private Heartbeat watched(String name, Duration longestBackOff) {
    Heartbeat heartbeat = heartbeat(name, longestBackOff);
    watched.computeIfAbsent(name, this::watch).add(heartbeat);
    return heartbeat;
  }

  private Queue<Heartbeat> watch(String name) {
    Gauge.builder("casewire.loop.silent.seconds", this, loops -> loops.silence(name).toSeconds())
        .tag("loop", name)
        .register(metrics);
    return new ConcurrentLinkedQueue<>();
  }

  private Duration silence(String name) {
    return watched.get(name).stream()
        .map(Heartbeat::silence)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private Heartbeat heartbeat(String name, Duration longestBackOff) {
    return new Heartbeat(
        name,
        metrics.counter("casewire.loop.passes", "loop", name),
        metrics.counter("casewire.loop.failures", "loop", name),
        new Backoff(longestBackOff, RandomGenerator.getDefault()),
        nanoTime);
  }
}
