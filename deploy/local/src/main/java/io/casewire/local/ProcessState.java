package io.casewire.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the operating system says of a process that was started. */
enum ProcessState {
  RUNNING,
  /** Stopped by a signal; it goes on when it is told to. */
  SUSPENDED,
  /** Gone, or gone but for its entry that nobody has collected. */
  DEAD;

  String typedName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ProcessState of(ProcessHandle process) {
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
