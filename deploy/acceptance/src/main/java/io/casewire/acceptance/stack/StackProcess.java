package io.casewire.acceptance.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A process of the local stack as {@code ./casewire ps --json} shows it.
 *
 * @param name for example {@code intake}, and {@code intake-2} for its second replica
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackProcess(String name, long pid, int port, String state) {

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
}
