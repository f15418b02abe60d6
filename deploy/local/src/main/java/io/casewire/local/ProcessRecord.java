package io.casewire.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A process that the launcher started.
 *
 * @param instance what it runs
 * @param pid its number, which another process may have by now
 * @param startedAt when it started, as the operating system counts: together with the number it
 *     names this process for ever
 * @param port the port that it was told to listen on
 */
record ProcessRecord(Instance instance, long pid, Instant startedAt, int port) {

  static ProcessRecord of(Instance instance, ProcessHandle process, int port) {
    return new ProcessRecord(
        instance, process.pid(), process.info().startInstant().orElse(Instant.EPOCH), port);
  }

  /** The process itself, unless it is gone. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(found -> found.info().startInstant().orElse(Instant.EPOCH).equals(startedAt))
        .filter(found -> State.of(found) != State.DEAD);
  }

  State state() {
    return process().map(State::of).orElse(State.DEAD);
  }

  void write(Writer writer) throws IOException {
    var properties = new Properties();
    properties.setProperty("name", instance.name());
    properties.setProperty("pid", String.valueOf(pid));
    properties.setProperty("startedAt", startedAt.toString());
    properties.setProperty("port", String.valueOf(port));
    properties.store(writer, null);
  }

  static ProcessRecord read(Reader reader) throws IOException {
    var properties = new Properties();
    properties.load(reader);
    return new ProcessRecord(
        Instance.named(properties.getProperty("name")),
        Long.parseLong(properties.getProperty("pid")),
        Instant.parse(properties.getProperty("startedAt")),
        Integer.parseInt(properties.getProperty("port")));
  }

  /** What the operating system says of a process that was started. */
  enum State {
    RUNNING,
    /** Stopped by a signal; it goes on when it is told to. */
    SUSPENDED,
    /** Gone, or gone but for its entry that nobody has collected. */
    DEAD;

    String typedName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(ProcessHandle process) {
      if (!process.isAlive()) {
        return DEAD;
      }
      return letter(process.pid())
          .map(
              letter ->
                  switch (letter) {
                    case 'T' -> SUSPENDED;
                    case 'Z', 'X' -> DEAD;
                    default -> RUNNING;
                  })
          .orElse(RUNNING);
    }

    /** The state's letter in proc(5); nothing where there is no such file system. */
    private static Optional<Character> letter(long pid) {
      try {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // The name before it is in parentheses and may hold anything, so the last one counts.
        return Optional.of(stat.charAt(stat.lastIndexOf(')') + 2));
      } catch (IOException _) {
        return Optional.empty();
      }
    }
  }
}
