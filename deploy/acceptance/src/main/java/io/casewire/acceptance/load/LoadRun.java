package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.TokenClient;
import io.casewire.acceptance.stack.LocalStack;
import io.casewire.acceptance.stack.StackProcess;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** One load: warm-up, measured part, the wait until all is done, the figures. */
public final class LoadRun {

  private static final String CHANNEL_KEY = "local-channel-key";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> SERVICES = List.of("intake", "routing", "notification", "sla");

  private final LocalStack stack;
  private final LoadPlan plan;
  private final PrintStream out;
  private final Http http = new Http();

  public LoadRun(LocalStack stack, LoadPlan plan, PrintStream out) {
    this.stack = stack;
    this.plan = plan;
    this.out = out;
  }

  /**
   * Runs the load and prints its figures.
   *
   * @return every request that was answered with success, warm-up included
   */
  public List<AcceptedCase> run() throws InterruptedException {
    List<StackProcess> processes = stack.processes();
    TokenClient tokens = new TokenClient(http, address("issuer"));
    AgentCrew crew = new AgentCrew(http, stack.addressesOf("routing"), tokens);
    crew.comeOnline(plan.agents());
    try (StreamWatch stream = new StreamWatch("127.0.0.1:" + stack.portOf("kafka"), crew::work);
        MailWatch mail = new MailWatch(http, plan.arrivals())) {
      OpenLoop warmUp = loop();
      warmUp.run(plan.rate(), plan.warmUpRequests(), "w" + System.currentTimeMillis());
      awaitDone(warmUp, stream, mail);
      OpenLoop measured = loop();
      measure(processes, measured, stream, mail);
      out.println(crew.summary());
      return Stream.of(warmUp, measured).flatMap(loop -> loop.accepted.stream()).toList();
    }
  }

  private OpenLoop loop() {
    return new OpenLoop(http, stack.addressesOf("intake"), CHANNEL_KEY, plan.seed());
  }

  private void measure(
      List<StackProcess> processes, OpenLoop loop, StreamWatch stream, MailWatch mail)
      throws InterruptedException {
    OutboxLag outbox = new OutboxLag(http);
    List<URI> services = SERVICES.stream().flatMap(s -> stack.addressesOf(s).stream()).toList();
    NavigableMap<Double, Double> lagBefore = outbox.read(services);
    Map<String, Double> cpuBefore = ProcessMeter.cpuMillis(processes);
    loop.run(plan.rate(), plan.requests(), "m" + System.currentTimeMillis());
    awaitDone(loop, stream, mail);
    Map<String, Double> cpuAfter = ProcessMeter.cpuMillis(processes);
    NavigableMap<Double, Double> lagAfter = outbox.read(services);
    printLatencies(loop, stream, mail);
    out.printf(
        "outbox write → broker ack        p50 ≤ %6.1f   p99 ≤ %6.1f ms%n",
        OutboxLag.millisAt(0.5, lagBefore, lagAfter),
        OutboxLag.millisAt(0.99, lagBefore, lagAfter));
    printCost(loop.accepted.size(), cpuBefore, cpuAfter, ProcessMeter.residentMib(processes));
  }

  private static void awaitDone(OpenLoop loop, StreamWatch stream, MailWatch mail)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)
        && !loop.accepted.stream().allMatch(one -> isDone(one, stream, mail))) {
      Thread.sleep(200);
    }
  }

  private static boolean isDone(AcceptedCase one, StreamWatch stream, MailWatch mail) {
    return stream.assignedAt(one.caseId()) != null && mail.firstMailTo(one.address()) != null;
  }

  private void printLatencies(OpenLoop loop, StreamWatch stream, MailWatch mail) {
    out.printf("%nrequests sent %d, accepted %d%n", plan.requests(), loop.accepted.size());
    loop.refused.forEach((reason, count) -> out.printf("  not accepted: %s × %s%n", reason, count));
    out.println("                                 milliseconds");
    out.println("request → 201                    " + loop.acceptLatency.summary());
    out.println(
        "accepted → assigned              "
            + since(loop, one -> stream.assignedAt(one.caseId())).summary());
    out.println(
        "accepted → ack in mail server    "
            + since(loop, one -> mail.firstMailTo(one.address())).summary());
  }

  private static Latencies since(OpenLoop loop, Function<AcceptedCase, Instant> moment) {
    Latencies latencies = new Latencies();
    for (AcceptedCase one : loop.accepted) {
      Instant at = moment.apply(one);
      if (at != null) {
        latencies.add(Duration.between(one.acceptedAt(), at));
      }
    }
    return latencies;
  }

  private void printCost(
      int cases,
      Map<String, Double> cpuBefore,
      Map<String, Double> cpuAfter,
      Map<String, Double> resident) {
    out.printf("%n%-16s %12s %12s%n", "process", "CPU ms/case", "memory MiB");
    List<Double> perCase = new ArrayList<>();
    cpuAfter.forEach(
        (name, millis) -> {
          double share = (millis - cpuBefore.getOrDefault(name, 0.0)) / Math.max(1, cases);
          perCase.add(share);
          out.printf("%-16s %12.2f %12.0f%n", name, share, resident.getOrDefault(name, 0.0));
        });
    out.printf(
        "%-16s %12.2f %12.0f%n",
        "all",
        perCase.stream().mapToDouble(Double::doubleValue).sum(),
        resident.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private URI address(String server) {
    return URI.create("http://127.0.0.1:" + stack.portOf(server));
  }
}
