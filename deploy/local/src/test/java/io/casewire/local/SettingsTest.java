package io.casewire.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir private Path directory;

  @Test
  void a_service_is_told_where_its_own_database_is() {
    // Given
    var settings = Settings.load(directory.resolve("missing"));

    // When
    var service = settings.below("service", process("routing", "8082"));

    // Then
    assertEquals("8082", service.get("quarkus.http.port"));
    assertEquals(
        "jdbc:postgresql://127.0.0.1:5433/routing", service.get("quarkus.datasource.jdbc.url"));
  }

  @Test
  void a_machine_can_have_ports_of_its_own() throws Exception {
    // Given
    var machine = Files.writeString(directory.resolve("local.properties"), "port.kafka=19092\n");

    // When
    var settings = Settings.load(machine);

    // Then
    assertEquals(19092, settings.port("kafka"));
    assertEquals(
        "127.0.0.1:19092",
        settings.below("service", process("sla", "8084")).get("kafka.bootstrap.servers"));
    assertEquals(8081, settings.port("intake"));
  }

  @Test
  void a_setting_that_is_not_there_is_named() {
    var settings = new Settings(Map.of("service.a", "${port.nothing}"));

    var refusal = assertThrows(StackException.class, () -> settings.below("service", Map.of()));

    assertTrue(refusal.getMessage().contains("port.nothing"), refusal.getMessage());
  }

  @Test
  void a_port_must_be_a_number() {
    assertThrows(
        StackException.class, () -> new Settings(Map.of("port.kafka", "many")).port("kafka"));
  }

  private static Map<String, String> process(String service, String port) {
    return Map.of("service", service, "port", port, "data", "/data");
  }
}
