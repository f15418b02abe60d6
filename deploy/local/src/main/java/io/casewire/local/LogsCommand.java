package io.casewire.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show the end of a process's log.")
final class LogsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<process>", description = "For example routing or intake-2.")
  private String process;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on showing what is added.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "100",
      paramLabel = "<n>",
      description = "How many lines (default: ${DEFAULT-VALUE}).")
  private int lines;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var log = StackHome.ofScript().log(Instance.named(process));
    if (Files.notExists(log)) {
      throw new StackException(process + " has no log: it has never been started");
    }
    var command = new ArrayList<>(List.of("tail", "-n", String.valueOf(lines)));
    if (follow) {
      // By name: the log is put aside when it has become too large.
      command.add("-F");
    }
    command.add(log.toString());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
