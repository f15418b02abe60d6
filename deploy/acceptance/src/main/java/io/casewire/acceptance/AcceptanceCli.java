package io.casewire.acceptance;

import io.casewire.acceptance.load.LoadCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that use the stack as outsiders do. */
@Command(name = "casewire", subcommands = LoadCommand.class, mixinStandardHelpOptions = true)
public final class AcceptanceCli {

  /** Held for good: the JDK forgets the level of a logger that nobody refers to. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private AcceptanceCli() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    KAFKA.setLevel(Level.WARNING);
    System.exit(new CommandLine(new AcceptanceCli()).execute(arguments));
  }
}
