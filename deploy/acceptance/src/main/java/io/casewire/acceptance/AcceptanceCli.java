package io.casewire.acceptance;

import io.casewire.acceptance.demo.DemoCommand;
import io.casewire.acceptance.stack.QuietKafka;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that use the stack as outsiders do. */
@Command(
    name = "casewire",
    subcommands = {LoadCommand.class, DemoCommand.class, TrainCommand.class},
    mixinStandardHelpOptions = true)
public final class AcceptanceCli {

  private AcceptanceCli() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    QuietKafka.please();
    System.exit(
        new CommandLine(new AcceptanceCli())
            .setExecutionExceptionHandler(AcceptanceCli::explain)
            .execute(arguments));
  }

  /** What the stack did not do is said in one sentence; anything else is a defect of ours. */
  private static int explain(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parseResult) throws Exception {
    if (e instanceof IllegalStateException) {
      commandLine.getErr().println("casewire: " + e.getMessage());
      return 1;
    }
    throw e;
  }
}
