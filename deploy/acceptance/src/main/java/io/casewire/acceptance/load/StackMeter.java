package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackProcess;
import java.io.PrintStream;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a load costs the stack: processor time, memory, and the events' way to the broker. */
final class StackMeter {

  private final OutboxLag outbox;
  private final List<StackProcess> processes;
  private final List<URI> services;
  private NavigableMap<Double, Double> lagBefore = new TreeMap<>();
  private Map<String, Double> cpuBefore = Map.of();

  StackMeter(Http http, List<StackProcess> processes, Deployment casewire) {
    this.outbox = new OutboxLag(http);
    this.processes = List.copyOf(processes);
    this.services =
        Stream.of(casewire.intake(), casewire.routing(), casewire.notification(), casewire.sla())
            .flatMap(Collection::stream)
            .toList();
  }

  /** What was spent before does not count. */
  void start() {
    lagBefore = outbox.read(services);
    cpuBefore = ProcessMeter.cpuMillis(processes);
  }

  /** Prints what was spent since the start. */
  void print(int cases, PrintStream out) {
    Map<String, Double> cpu = ProcessMeter.cpuMillis(processes);
    NavigableMap<Double, Double> lag = outbox.read(services);
    out.printf(
        "all    %-26s p50 ≤ %6.1f   p99 ≤ %6.1f%n",
        "outbox write → broker ack",
        OutboxLag.millisAt(0.5, lagBefore, lag),
        OutboxLag.millisAt(0.99, lagBefore, lag));
    Map<String, Double> resident = ProcessMeter.residentMib(processes);
    out.printf("%n%-16s %12s %12s%n", "process", "CPU ms/case", "memory MiB");
    cpu.forEach((name, millis) -> line(out, name, share(name, millis, cases), resident.get(name)));
    double all =
        cpu.entrySet().stream().mapToDouble(e -> share(e.getKey(), e.getValue(), cases)).sum();
    line(out, "all", all, resident.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private double share(String process, double millis, int cases) {
    return (millis - cpuBefore.getOrDefault(process, 0.0)) / Math.max(1, cases);
  }

  private static void line(PrintStream out, String name, double cpu, double memory) {
    out.printf("%-16s %12.2f %12.0f%n", name, cpu, memory);
  }
}
