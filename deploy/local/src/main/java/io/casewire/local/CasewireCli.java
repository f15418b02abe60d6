package io.casewire.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's command line. */
@Command(
    name = "casewire",
    description = "Runs the whole of Casewire on this machine.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      PsCommand.class,
      LogsCommand.class,
      TokenCommand.class,
      SqlCommand.class,
      EventsCommand.class
    },
    mixinStandardHelpOptions = true)
final class CasewireCli {

  private CasewireCli() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new CasewireCli())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(CasewireCli::explain);
  }

  /**
   * What the user can mend is said in one sentence; anything else is a defect and shown in full.
   */
  private static int explain(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parseResult) throws Exception {
    if (e instanceof StackException) {
      commandLine.getErr().println("casewire: " + e.getMessage());
      return 1;
    }
    throw e;
  }
}
