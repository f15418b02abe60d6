package io.casewire.local;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    description = "Start what is missing, wait until all is ready, and print the addresses.")
final class UpCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "<process>",
      description = "Restart only this process, for example routing or intake-2.")
  private @Nullable String process;

  @Option(
      names = "--replicas",
      split = ",",
      paramLabel = "<service>=<n>",
      description = "How many replicas of a service, for example intake=2,routing=2.")
  private Map<String, Integer> replicas = Map.of();

  @Override
  public void run() {
    var home = StackHome.ofScript();
    var settings = Settings.load(home.settings());
    var stack = new Stack(home, settings, System.out);
    var counts = counts();
    var started = Instant.now();
    if (process == null) {
      home.whileLocked(() -> stack.up(counts));
    } else {
      restart(stack, home, Instance.named(process));
    }
    report(started, stack.processes(), home, settings);
  }

  /**
   * Waits without the lock: the process may need another one, which a second launcher can only
   * bring back meanwhile.
   */
  private static void restart(Stack stack, StackHome home, Instance instance) {
    home.whileLocked(() -> stack.startAnew(instance));
    stack.awaitReady(instance);
  }

  private static void report(
      Instant started, List<ProcessRecord> processes, StackHome home, Settings settings) {
    var seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
    System.out.printf("%nCasewire is up after %.1f s.%n%n", seconds);
    for (var entry : processes) {
      System.out.printf("  %-15s %s%n", entry.instance(), address(entry, settings));
    }
    System.out.printf("%nLogs: %s%n", home.logs());
  }

  private static String address(ProcessRecord entry, Settings settings) {
    var host = "127.0.0.1:" + entry.port();
    return switch (entry.instance().component()) {
      case INTAKE, ROUTING, NOTIFICATION, SLA -> "http://" + host + "  (API: /q/openapi)";
      case ISSUER -> "http://" + host + "/.well-known/openid-configuration";
      case KAFKA -> host;
      case POSTGRES -> "postgresql://" + host + "/intake (user and password: intake)";
      case MAIL -> "smtp://%s imap://127.0.0.1:%d".formatted(host, settings.port("imap"));
    };
  }

  private Map<Component, Integer> counts() {
    if (process != null && !replicas.isEmpty()) {
      throw bad("Name a process or --replicas, not both");
    }
    var counts = new EnumMap<Component, Integer>(Component.class);
    replicas.forEach((name, count) -> counts.put(service(name), checked(count)));
    return counts;
  }

  private Component service(String name) {
    return Component.named(name)
        .filter(Component::isService)
        .orElseThrow(() -> bad("Only services have replicas, not " + name));
  }

  private int checked(int count) {
    if (count < 1 || count > Instance.MAXIMUM) {
      throw bad("A service has 1 to " + Instance.MAXIMUM + " replicas");
    }
    return count;
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
