package io.casewire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The processes that the launcher started and nobody asked it to stop, one file each. A process
 * that was killed keeps its entry: that is how the next {@code up} knows that it is missing.
 *
 * @param directory where the files are
 */
record ProcessTable(Path directory) {

  private static final String SUFFIX = ".process";

  /** All entries in the order of listings. */
  List<ProcessRecord> all() {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .flatMap(file -> read(file).stream())
          .sorted((one, other) -> one.instance().compareTo(other.instance()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ProcessRecord> find(Instance instance) {
    return read(file(instance));
  }

  /** Whether the process of this name is there, running or suspended. */
  boolean isAlive(Instance instance) {
    return find(instance).flatMap(ProcessRecord::process).isPresent();
  }

  void put(ProcessRecord entry) {
    var half = directory.resolve(entry.instance() + ".new");
    try {
      try (var writer = Files.newBufferedWriter(half)) {
        entry.write(writer);
      }
      Files.move(half, file(entry.instance()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(Instance instance) {
    try {
      Files.deleteIfExists(file(instance));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The processes that there shall be: all servers, and the replicas of each service.
   *
   * @param replicas how many of a service; those not named stay as many as they are
   */
  List<Instance> wanted(Map<Component, Integer> replicas) {
    var services =
        Component.services().stream()
            .flatMap(
                service ->
                    IntStream.rangeClosed(1, replicas.getOrDefault(service, replicasOf(service)))
                        .mapToObj(number -> new Instance(service, number)));
    return Stream.concat(Component.servers().stream().map(Instance::first), services).toList();
  }

  private int replicasOf(Component service) {
    return all().stream()
        .map(ProcessRecord::instance)
        .filter(instance -> instance.component() == service)
        .mapToInt(Instance::number)
        .max()
        .orElse(1);
  }

  private Path file(Instance instance) {
    return directory.resolve(instance + SUFFIX);
  }

  /** Nothing if there is no entry, or another launcher has removed it meanwhile. */
  private static Optional<ProcessRecord> read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      return Optional.of(ProcessRecord.read(reader));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
