package io.casewire.acceptance.load;

import io.casewire.acceptance.audit.Audit;
import io.casewire.acceptance.audit.AuditReport;
import io.casewire.acceptance.stack.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code ./casewire load}: puts the running stack under load, prints the figures, audits it. */
@Command(
    name = "load",
    description = "Puts the running stack under an open-loop load and audits it afterwards.",
    mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

  private static final Pattern SPAN = Pattern.compile("(\\d+)(s|m)");

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
      defaultValue = "20",
      description = "Simulated agents; default ${DEFAULT-VALUE}.")
  private int agents;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides what the customers write; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--mail-arrivals",
      defaultValue = "http://127.0.0.1:3080",
      description = "Where the mail server tells what arrived; default ${DEFAULT-VALUE}.")
  private URI arrivals;

  @Override
  public Integer call() throws InterruptedException {
    if (rate <= 0 || rate > 5000 || duration.compareTo(Duration.ofHours(1)) > 0) {
      System.err.println("--rate is over 0 and up to 5000 a second, --for at most 60m");
      return 2;
    }
    LocalStack stack = LocalStack.ofLauncher();
    LoadPlan plan = new LoadPlan(rate, warmUp, duration, agents, seed, arrivals);
    List<AcceptedCase> accepted = new LoadRun(stack, plan, System.out).run();
    AuditReport report = Audit.of(stack).run(accepted);
    System.out.println();
    report.print(System.out);
    return report.passed() ? 0 : 1;
  }

  /** Reads {@code 60s} and {@code 5m}. */
  static final class SpanConverter implements picocli.CommandLine.ITypeConverter<Duration> {

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
