package io.casewire.notification.delivery;

import io.casewire.servers.FreePort;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A mail server that the test starts and stops, and pauses that are short enough to wait for. */
public final class TroubledServer implements QuarkusTestProfile {

  /** Where the port is found: profiles and tests live in different class loaders. */
  static final String PORT = "casewire.test.troubled-server.port";

  @Override
  public Map<String, String> getConfigOverrides() {
    String port = System.getProperty(PORT, String.valueOf(FreePort.next()));
    System.setProperty(PORT, port);
    return Map.of(
        "casewire.notification.smtp.port", port,
        "casewire.notification.smtp.host", "127.0.0.1",
        "casewire.notification.delivery.connections", "2",
        "casewire.notification.delivery.deferred-first", "PT0.2S",
        "casewire.notification.delivery.unreachable-first", "PT0.2S",
        "casewire.notification.delivery.unreachable-longest", "PT0.5S");
  }
}
