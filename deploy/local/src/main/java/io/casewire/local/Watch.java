package io.casewire.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Waits until processes are ready and tells the user of each one that is.
 *
 * @param home where the stack lives
 * @param table where the processes are written down
 * @param started since when the user waits
 * @param limit how long one may take
 * @param out where the user is told
 */
record Watch(StackHome home, ProcessTable table, Instant started, Duration limit, PrintStream out) {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int LINES = 30;

  /**
   * Returns when all are ready.
   *
   * @throws StackException as soon as one has died or has taken too long, with the end of its log
   */
  void awaitAll(List<Blueprint> blueprints) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var watching = new ExecutorCompletionService<Blueprint>(threads);
      blueprints.forEach(blueprint -> watching.submit(() -> await(blueprint)));
      for (var _ : blueprints) {
        takeNext(watching, threads);
      }
    }
  }

  private void takeNext(ExecutorCompletionService<Blueprint> watching, ExecutorService threads) {
    try {
      var ready = watching.take().get().instance();
      var seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
      out.printf("  %-15s ready after %.1f s%n", ready, seconds);
    } catch (ExecutionException e) {
      threads.shutdownNow();
      throw e.getCause() instanceof StackException cause
          ? cause
          : new StackException("Can not wait any longer: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted", e);
    }
  }

  private Blueprint await(Blueprint blueprint) {
    while (!blueprint.readiness().isReached()) {
      if (!table.isAlive(blueprint.instance())) {
        throw failure(blueprint.instance(), "has ended");
      }
      if (Instant.now().isAfter(started.plus(limit))) {
        throw failure(blueprint.instance(), "is not ready after " + limit.toSeconds() + " s");
      }
      Pause.of(PAUSE);
    }
    return blueprint;
  }

  private StackException failure(Instance instance, String what) {
    var log = home.log(instance);
    return new StackException(
        "%s %s. The end of %s:%n%n%s"
            .formatted(instance, what, log, String.join("\n", new LogFile(log).lastLines(LINES))));
  }
}
