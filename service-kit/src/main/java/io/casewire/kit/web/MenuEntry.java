package io.casewire.kit.web;

/**
 * A link of the menu of staff.
 *
 * @param key what it leads to; its words have the key {@code menu.<key>}
 * @param address where that is
 */
public record MenuEntry(String key, String address) {

  /** What to press after g to go there. */
  public String letter() {
    return key.substring(0, 1);
  }
}
