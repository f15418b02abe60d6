package io.casewire.local;

import io.casewire.servers.FreePort;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The whole of it: servers and services, started and stopped in the order that they need. */
final class Stack {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  // The first stop after a build takes long: the process writes its class archive.
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

  private final StackHome home;
  private final Settings settings;
  private final PrintStream out;
  private final ProcessTable table;
  private final Blueprints blueprints;
  private final Launcher launcher;
  private final Stopper stopper;

  Stack(StackHome home, Settings settings, PrintStream out) {
    this.home = home;
    this.settings = settings;
    this.out = out;
    this.table = new ProcessTable(home.runDirectory());
    this.blueprints = new Blueprints(home, settings);
    this.launcher = new Launcher(home, table);
    this.stopper = new Stopper(table, STOP_PATIENCE);
  }

  /** The processes that were started and not stopped since. */
  List<ProcessRecord> processes() {
    return table.all();
  }

  /**
   * Starts whatever is missing, wakes whatever is suspended and replaces services that were built
   * anew; returns when everything is ready.
   *
   * @param replicas how many of a service there shall be; those not named stay as many as they are
   */
  void up(Map<Component, Integer> replicas) {
    var wanted = table.wanted(replicas);
    stop(entry -> !wanted.contains(entry.instance()));
    stop(this::isOutdated);
    wake(table.all());
    start(wanted.stream().map(this::blueprint).toList());
  }

  /**
   * Stops one process, if it runs, and starts it again; a replica keeps its port. It is not ready
   * yet.
   */
  void startAnew(Instance instance) {
    var blueprint = blueprint(instance);
    stop(instance);
    start(blueprint);
  }

  /** Returns when this process is ready. */
  void awaitReady(Instance instance) {
    var started = List.of(blueprint(instance));
    watch().awaitAll(started);
    createDatabases(started);
  }

  /** Stops everything: first the services, then what they need. */
  void down() {
    stop(entry -> entry.instance().component().isService());
    stop(entry -> entry.instance().component() != Component.POSTGRES);
    stop(entry -> true);
  }

  /** Stops one process, if it runs. */
  void stop(Instance instance) {
    stop(entry -> entry.instance().equals(instance));
  }

  private void stop(Predicate<ProcessRecord> condition) {
    var entries = table.all().stream().filter(condition).toList();
    if (!entries.isEmpty()) {
      out.println("  stopping " + names(entries));
    }
    stopper.stop(entries);
  }

  private static String names(List<ProcessRecord> entries) {
    return entries.stream().map(e -> e.instance().name()).collect(Collectors.joining(", "));
  }

  /** Whether the process runs a program that the build has replaced since it started. */
  private boolean isOutdated(ProcessRecord entry) {
    var component = entry.instance().component();
    return component.isService()
        && entry.process().isPresent()
        && blueprints.builtAt(component).isAfter(entry.startedAt());
  }

  private static void wake(List<ProcessRecord> entries) {
    entries.stream()
        .filter(entry -> entry.state() == ProcessRecord.State.SUSPENDED)
        .forEach(entry -> Signal.CONT.send(entry.pid()));
  }

  private void start(List<Blueprint> all) {
    var watch = watch();
    var missing = all.stream().filter(blueprint -> !table.isAlive(blueprint.instance())).toList();
    Launcher.requireFreePorts(missing);
    missing.stream().filter(Blueprint::isServer).forEach(this::start);

    // The services do not start without these two; the broker may come later.
    var first = all.stream().filter(Stack::isNeededFirst).toList();
    watch.awaitAll(first);
    createDatabases(first);
    missing.stream().filter(blueprint -> !blueprint.isServer()).forEach(this::start);
    watch.awaitAll(all.stream().filter(blueprint -> !isNeededFirst(blueprint)).toList());
  }

  private static boolean isNeededFirst(Blueprint blueprint) {
    return switch (blueprint.instance().component()) {
      case POSTGRES, ISSUER -> true;
      case KAFKA, MAIL, INTAKE, ROUTING, NOTIFICATION, SLA -> false;
    };
  }

  private void createDatabases(List<Blueprint> started) {
    if (started.stream().anyMatch(b -> b.instance().component() == Component.POSTGRES)) {
      var names = Component.services().stream().map(Component::typedName).toList();
      blueprints.databases().create(names);
    }
  }

  private void start(Blueprint blueprint) {
    if (blueprint.instance().component() == Component.POSTGRES) {
      blueprints.cluster().prepare();
    }
    launcher.start(blueprint);
  }

  private Watch watch() {
    return new Watch(home, table, Instant.now(), START_LIMIT, out);
  }

  private Blueprint blueprint(Instance instance) {
    return blueprints.of(instance, port(instance));
  }

  private int port(Instance instance) {
    var known = table.find(instance);
    var alive = known.filter(entry -> entry.process().isPresent());
    if (alive.isEmpty() && instance.number() == 1) {
      return settings.port(instance.component().typedName());
    }
    return known
        .map(ProcessRecord::port)
        .filter(port -> alive.isPresent() || Launcher.isFree(port))
        .orElseGet(FreePort::next);
  }
}
