package io.casewire.local;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which processes there shall be.
 *
 * @param table which processes there are
 */
record Roster(ProcessTable table) {

  /**
   * All servers, and the replicas of each service.
   *
   * @param replicas how many of a service; those not named stay as many as they are
   */
  List<Instance> wanted(Map<Component, Integer> replicas) {
    var servers = Component.servers().stream().map(Instance::first);
    var services =
        Component.services().stream()
            .flatMap(
                service -> replicasOf(service, replicas.getOrDefault(service, known(service))));
    return Stream.concat(servers, services).toList();
  }

  private static Stream<Instance> replicasOf(Component service, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> new Instance(service, number));
  }

  private int known(Component service) {
    return table.all().stream()
        .map(ProcessRecord::instance)
        .filter(instance -> instance.component() == service)
        .mapToInt(Instance::number)
        .max()
        .orElse(1);
  }
}
