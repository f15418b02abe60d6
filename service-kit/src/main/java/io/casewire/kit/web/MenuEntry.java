package io.casewire.kit.web;

import io.casewire.kit.identity.Role;

/**
 * A link of the menu of staff.
 *
 * @param key what it leads to; its words have the key {@code menu.<key>}
 * @param address where that is
 * @param leastRole the lowest role that may open the page
 */
public record MenuEntry(String key, String address, Role leastRole) {

  /** What to press after g to go there. */
  public String letter() {
    return key.substring(0, 1);
  }
}
