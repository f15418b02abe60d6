package io.casewire.acceptance;

import io.casewire.acceptance.load.Channel;
import io.casewire.acceptance.load.Disturbance;
import io.casewire.acceptance.load.LoadPlan;
import io.casewire.acceptance.load.LoadRun;
import io.casewire.acceptance.stack.LocalStack;
import io.casewire.acceptance.stack.OwnStack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./casewire train}: has services of a stack of its own do their work for a while and keeps
 * what the JVM has learnt (JEP 483, 515), for those that start afterwards.
 */
@Command(
    name = "train",
    description = {
      "Lets the services start sooner and with less processor time, until they are built anew.",
      "Takes the time of the work and about a minute; a stack that runs meanwhile is not touched."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Option(
      names = "--for",
      defaultValue = "60s",
      converter = LoadCommand.SpanConverter.class,
      description = "How long they work; default ${DEFAULT-VALUE}.")
  private Duration duration;

  @Override
  public Integer call() throws IOException {
    LocalStack parent = LocalStack.ofLauncher();
    LocalStack stack = new LocalStack(parent.root(), parent.state().resolve("training"));
    Path caches = Files.createDirectories(stack.state().resolve("caches"));
    // Printed for the person at the terminal, as the other commands do: it takes minutes.
    System.out.println("Starting a stack for the training ...");
    try (OwnStack own = OwnStack.start(stack, Map.of("training.directory", caches.toString()))) {
      System.out.printf("Working for %d s ...%n", duration.toSeconds());
      new LoadRun(own.stack(), work(), new PrintStream(OutputStream.nullOutputStream()))
          .run(Disturbance.NONE);
      System.out.println("Writing down what was learnt ...");
      stopAll(own.stack());
    }
    for (String service : LocalStack.SERVICES) {
      keep(caches.resolve(service + ".aot"), parent.root(), service);
    }
    System.out.println("Trained. Services that start from now on make use of it.");
    return 0;
  }

  private LoadPlan work() {
    return new LoadPlan(
        20,
        List.of(Channel.values()),
        Duration.ofSeconds(1),
        duration,
        20,
        false,
        1,
        Duration.ofSeconds(30));
  }

  /** Together, since each takes a while to write. */
  private static void stopAll(LocalStack stack) {
    LocalStack.SERVICES.parallelStream().forEach(stack::down);
  }

  /** In one step: a service that runs has the old one open. */
  private static void keep(Path cache, Path root, String service) throws IOException {
    if (Files.notExists(cache)) {
      throw new IllegalStateException(service + " has not written down what it learnt");
    }
    Path program = root.resolve(service + "-service/target/quarkus-app");
    Files.move(
        cache,
        program.resolve("app.aot"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
