package io.casewire.acceptance.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process of the local stack as {@code ./casewire ps --json} shows it.
 *
 * @param name for example {@code intake}, and {@code intake-2} for its second replica
 * @param morePorts what else it listens on, by what that is for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackProcess(
    String name, long pid, int port, String state, @Nullable Map<String, Integer> morePorts) {

  /** The service or server it is a replica of. */
  public String service() {
    int dash = name.lastIndexOf('-');
    return dash > 0 && name.substring(dash + 1).chars().allMatch(Character::isDigit)
        ? name.substring(0, dash)
        : name;
  }

  /** Whether it runs. */
  public boolean running() {
    return "running".equals(state);
  }

  /** Where it answers HTTP, if it does. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * One of its other ports.
   *
   * @throws IllegalStateException when it has none for this
   */
  public int otherPort(String purpose) {
    if (morePorts == null || !morePorts.containsKey(purpose)) {
      throw new IllegalStateException(name + " has no port for " + purpose);
    }
    return morePorts.get(purpose);
  }
}
