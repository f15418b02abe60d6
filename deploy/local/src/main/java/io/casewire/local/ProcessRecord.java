package io.casewire.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.time.Instant;
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
        .filter(found -> ProcessState.of(found) != ProcessState.DEAD);
  }

  ProcessState state() {
    return process().map(ProcessState::of).orElse(ProcessState.DEAD);
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
}
