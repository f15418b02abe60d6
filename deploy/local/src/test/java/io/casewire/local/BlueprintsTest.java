package io.casewire.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintsTest {

  @TempDir private Path directory;

  @Test
  void a_service_starts_from_what_was_learnt_of_it() {
    assertEquals(
        List.of(
            "-XX:AOTCache="
                + directory.resolve("intake-service/target/quarkus-app").resolve("app.aot")),
        cacheOptions(""));
  }

  @Test
  void in_a_training_each_replica_writes_down_what_it_learns() {
    Path learnt = directory.resolve("learnt");

    assertEquals(
        List.of("-XX:AOTCacheOutput=" + learnt.resolve("intake.aot")),
        cacheOptions(learnt.toString()));
  }

  private List<String> cacheOptions(String trainingDirectory) {
    Map<String, String> settings = new HashMap<>(Map.of("java.all", "", "java.service", ""));
    settings.put("port.intake", "1");
    settings.put("training.directory", trainingDirectory);
    Blueprints blueprints =
        new Blueprints(new StackHome(directory, directory), new Settings(settings));
    return blueprints.of(Component.INTAKE).command().stream()
        .filter(option -> option.startsWith("-XX:AOT"))
        .toList();
  }
}
