package io.casewire.acceptance;

import io.casewire.acceptance.audit.Audit;
import io.casewire.acceptance.audit.AuditReport;
import io.casewire.acceptance.fault.FaultPlan;
import io.casewire.acceptance.fault.FaultRun;
import io.casewire.acceptance.fault.FaultSet;
import io.casewire.acceptance.fault.ImpatientPolicy;
import io.casewire.acceptance.load.Channel;
import io.casewire.acceptance.load.Disturbance;
import io.casewire.acceptance.load.Evidence;
import io.casewire.acceptance.load.LoadPlan;
import io.casewire.acceptance.load.LoadRun;
import io.casewire.acceptance.stack.LocalStack;
import io.casewire.acceptance.stack.StackProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ./casewire load}: puts the running stack under load, prints the figures, audits it. */
@Command(
    name = "load",
    description = "Puts the running stack under an open-loop load and audits it afterwards.",
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

  private static final Pattern SPAN = Pattern.compile("(\\d+)(s|m)");
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final Duration ANSWER_WITHIN_IN_TROUBLE = Duration.ofSeconds(5);
  private static final int KILLS = 3;
  private static final Duration FREEZE = Duration.ofSeconds(30);
  private static final Duration REST = Duration.ofSeconds(60);

  // Held here because java.util.logging itself keeps loggers, and so their levels, only weakly.
  private static final Logger BROKER_CLIENTS = Logger.getLogger("org.apache.kafka.clients");

  @Option(names = "--rate", required = true, description = "Requests a second.")
  private double rate;

  @Option(
      names = "--for",
      required = true,
      converter = SpanConverter.class,
      description = "How long, for example 60s or 5m.")
  private Duration duration;

  @Option(
      names = "--warm-up",
      defaultValue = "20s",
      converter = SpanConverter.class,
      description = "Load before anything is measured; default ${DEFAULT-VALUE}.")
  private Duration warmUp;

  @Option(
      names = "--agents",
      defaultValue = "100",
      description = "Simulated agents; default ${DEFAULT-VALUE}.")
  private int agents;

  @Option(
      names = "--silent",
      description = {
        "The agents leave the cases that they get unanswered, so that the figures are those of",
        "accepting, assigning and acknowledging alone."
      })
  private boolean silent;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides what the customers write; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--channel",
      defaultValue = "web",
      converter = ChannelConverter.class,
      description = "How the customers write: web, email, chat or mix; default ${DEFAULT-VALUE}.")
  private Channels channels;

  @Option(
      names = "--kill",
      description = {
        "Kill every process three times meanwhile, at moments that the seed decides, and stop each",
        "for half a minute once. Needs ./casewire up --replicas intake=2,routing=2,..."
      })
  private boolean kill;

  @Option(
      names = "--faults",
      split = ",",
      converter = FaultConverter.class,
      description = {
        "What else goes wrong meanwhile, with commas between: broker (away for two minutes),",
        "database (answers nothing for half a minute), outages (the broker is killed and",
        "away for 90 s, the database for 30 s, routing and notification once), disk (the database's is full for half a",
        "minute; see docs/operations.md), sla (away for a minute, under a policy that asks for",
        "answers within 20 s), poison (each minute a record, a case and a mail that were once too",
        "much)."
      })
  private List<FaultSet> faults = List.of();

  @Override
  public Integer call() {
    if (rate <= 0 || rate > 5000 || duration.compareTo(Duration.ofHours(1)) > 0) {
      System.err.println("--rate is over 0 and up to 5000 a second, --for at most 60m");
      return 2;
    }
    LocalStack stack = LocalStack.ofLauncher();
    if (!kill && faults.isEmpty()) {
      return run(stack, ANSWER_WITHIN, Disturbance.NONE);
    }
    if (!faults.contains(FaultSet.SLA)) {
      return runWithFaults(stack);
    }
    try (ImpatientPolicy _ = ImpatientPolicy.of(stack)) {
      return runWithFaults(stack);
    }
  }

  private int runWithFaults(LocalStack stack) {
    // That the broker is gone for a while is no news here, and would bury the figures.
    BROKER_CLIENTS.setLevel(Level.SEVERE);
    List<String> processes = stack.processes().stream().map(StackProcess::name).toList();
    FaultPlan plan = FaultSet.plan(faults, processes, duration);
    if (kill) {
      plan = plan.and(FaultPlan.seeded(processes, KILLS, processes.size(), FREEZE, duration, seed));
    }
    FaultRun run = new FaultRun(stack, plan);
    int result = run(stack, ANSWER_WITHIN_IN_TROUBLE, run);
    run.print(System.out);
    return run.failures().isEmpty() ? result : 1;
  }

  private int run(LocalStack stack, Duration answerWithin, Disturbance disturbance) {
    LoadPlan plan =
        new LoadPlan(rate, channels.inTurn(), warmUp, duration, agents, silent, seed, answerWithin);
    Evidence evidence = new LoadRun(stack, plan, System.out).run(disturbance);
    try (Audit audit = Audit.of(stack)) {
      AuditReport report = audit.await(evidence, REST);
      System.out.println();
      report.print(System.out);
      return report.passed() ? 0 : 1;
    }
  }

  /** The channels of the customers, in turn. */
  record Channels(List<Channel> inTurn) {}

  /** Reads {@code web}, {@code email}, {@code chat} and {@code mix}. */
  static final class ChannelConverter implements ITypeConverter<Channels> {

    @Override
    public Channels convert(String text) {
      try {
        return new Channels(Channel.named(text));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "' is not web, email, chat or mix");
      }
    }
  }

  /** Reads {@code broker} and so on. */
  static final class FaultConverter implements ITypeConverter<FaultSet> {

    @Override
    public FaultSet convert(String text) {
      try {
        return FaultSet.named(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads {@code 60s} and {@code 5m}. */
  static final class SpanConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      Matcher span = SPAN.matcher(text);
      if (!span.matches()) {
        throw new TypeConversionException("'" + text + "' is not a time such as 60s or 5m");
      }
      long amount = Long.parseLong(span.group(1));
      return span.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMinutes(amount);
    }
  }
}
