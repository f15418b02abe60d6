package io.casewire.acceptance.load;

import io.casewire.acceptance.stack.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time and resident memory of a process and all its descendants, as {@code /proc} counts
 * them.
 */
final class ProcessMeter {

  /** Linux counts in hundredths of a second on every platform we run on (sysconf(_SC_CLK_TCK)). */
  private static final double MILLIS_PER_TICK = 10;

  private static final int USER_TICKS = 11;
  private static final int CHILD_SYSTEM_TICKS = 14;
  private static final double MIB = 1024.0;

  private ProcessMeter() {}

  /** Milliseconds of processor time used so far, by process name. */
  static Map<String, Double> cpuMillis(List<StackProcess> processes) {
    Map<String, Double> byName = new TreeMap<>();
    for (StackProcess process : processes) {
      byName.put(
          process.name(), descendants(process.pid()).mapToDouble(ProcessMeter::cpuMillis).sum());
    }
    return byName;
  }

  /**
   * Resident memory in MiB by process name, each shared page counted for its part (PSS), so that
   * the sum is what the machine really holds.
   */
  static Map<String, Double> residentMib(List<StackProcess> processes) {
    Map<String, Double> byName = new TreeMap<>();
    for (StackProcess process : processes) {
      byName.put(
          process.name(),
          descendants(process.pid()).mapToDouble(ProcessMeter::proportionalMib).sum());
    }
    return byName;
  }

  private static Stream<Long> descendants(long pid) {
    return ProcessHandle.of(pid)
        .map(root -> Stream.concat(Stream.of(root), root.descendants()))
        .orElse(Stream.empty())
        .map(ProcessHandle::pid);
  }

  /** Own time and that of children that have ended, such as connections that were closed. */
  private static double cpuMillis(long pid) {
    String[] fields = statFields(pid);
    double ticks = 0;
    for (int field = USER_TICKS; field <= CHILD_SYSTEM_TICKS && field < fields.length; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * MILLIS_PER_TICK;
  }

  /** The fields behind the command's name, which may hold blanks; field 0 is the state. */
  private static String[] statFields(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    } catch (IOException e) {
      return new String[0];
    }
  }

  private static double proportionalMib(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / MIB)
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
