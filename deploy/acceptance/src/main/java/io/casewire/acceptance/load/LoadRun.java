package io.casewire.acceptance.load;

import static java.util.stream.Collectors.toSet;

import io.casewire.acceptance.client.Http;
import io.casewire.acceptance.client.Post;
import io.casewire.acceptance.client.Staff;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.LocalStack;
import io.casewire.acceptance.stack.StackProcess;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** One load: warm-up, measured part, the wait until all is done, the figures. */
public final class LoadRun {

  private static final String SUPPORT = "support@casewire.localhost";
  private static final Duration REST = Duration.ofSeconds(60);

  private final LoadPlan plan;
  private final PrintStream out;
  private final List<StackProcess> processes;
  private final Deployment casewire;
  private final Http http = new Http();
  private final Staff staff;
  private final Patience patience;
  private final MailWatch mail;
  private final StackMeter meter;

  /** A load on the processes of this stack as they are now. */
  public LoadRun(LocalStack stack, LoadPlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
    this.processes = stack.processes();
    this.casewire = Deployment.of(stack);
    this.staff = new Staff(http, casewire);
    this.patience =
        Patience.lasting(
            plan.answerWithin(),
            plan.warmUp().plus(REST).plus(plan.duration()).plus(REST).plus(REST));
    this.mail = new MailWatch(http, arrivals(stack));
    this.meter = new StackMeter(http, processes, casewire);
  }

  private static URI arrivals(LocalStack stack) {
    return URI.create("http://127.0.0.1:" + stack.process("mail").otherPort("arrivals"));
  }

  /**
   * Runs the load and prints its figures.
   *
   * @param disturbance what is done meanwhile
   */
  public Evidence run(Disturbance disturbance) {
    Ledger warmUpLedger = new Ledger();
    Ledger ledger = new Ledger();
    try (Couriers couriers = new Couriers(new Post(casewire.mail()))) {
      Crowd warmUp = crowd(couriers, warmUpLedger);
      Crowd measured = crowd(couriers, ledger);
      AgentCrew crew = crew(caseId -> warmUp.knows(caseId) || measured.knows(caseId));
      crew.comeOnline(plan.agents());
      try (StreamWatch stream =
          new StreamWatch(
              "127.0.0.1:" + portOf("kafka"), List.of(warmUp::hear, measured::hear, crew::hear))) {
        warmUp.write(plan.rate(), plan.warmUpCustomers(), "w" + System.currentTimeMillis());
        LoadReport report = new LoadReport(out, stream, mail);
        report.awaitDone(warmUpLedger, Instant.now().plus(REST));
        measure(measured, ledger, report, disturbance);
        out.println(crew.summary() + "; customers sent again " + measured.retries());
        crew.goOffline();
        return evidence(List.of(warmUpLedger, ledger), crew);
      }
    } finally {
      mail.close();
    }
  }

  private void measure(Crowd crowd, Ledger ledger, LoadReport report, Disturbance disturbance) {
    meter.start();
    disturbance.start();
    crowd.write(plan.rate(), plan.customers(), "m" + System.currentTimeMillis());
    disturbance.awaitEnd();
    report.awaitDone(ledger, patience.until());
    Instant done = Instant.now();
    report.print(plan.customers(), ledger, plan.channels());
    report.print(ledger, disturbance, done);
    if (disturbance == Disturbance.NONE) {
      meter.print(ledger.openings().size(), out);
    }
  }

  private AgentCrew crew(Predicate<UUID> isOurs) {
    PatientHttp routing = new PatientHttp(http, casewire.routing(), patience);
    return new AgentCrew(staff, routing, patience, isOurs, plan.silent());
  }

  private Crowd crowd(Couriers couriers, Ledger ledger) {
    PatientHttp intake = new PatientHttp(http, casewire.intake(), patience);
    return new Crowd(
        Map.of(
            Channel.WEB,
            new WebVoice(intake, casewire.channelKey(), ledger),
            Channel.EMAIL,
            new MailVoice(couriers, patience, SUPPORT, mail, ledger),
            Channel.CHAT,
            new ChatVoice(http, casewire.intake(), patience, ledger)),
        plan.channels(),
        new CustomerTexts(plan.seed()),
        ledger);
  }

  private Evidence evidence(List<Ledger> ledgers, AgentCrew crew) {
    return new Evidence(
        ledgers.stream().flatMap(ledger -> ledger.accepted().stream()).toList(),
        crew.answers(),
        union(ledgers, Ledger::undecided),
        union(ledgers, Ledger::unanswered),
        patience.until(),
        union(ledgers, Ledger::answersShownTwice),
        mail.repeats());
  }

  private static Set<String> union(List<Ledger> ledgers, Function<Ledger, Set<String>> part) {
    return ledgers.stream().flatMap(ledger -> part.apply(ledger).stream()).collect(toSet());
  }

  private int portOf(String server) {
    return processes.stream()
        .filter(process -> process.name().equals(server))
        .mapToInt(StackProcess::port)
        .findFirst()
        .orElseThrow();
  }
}
