package io.casewire.local;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One process of the stack: {@code intake} is the first replica of intake, {@code intake-2} the
 * second.
 *
 * @param component what it runs
 * @param number which replica it is, from 1
 */
record Instance(Component component, int number) implements Comparable<Instance> {

  static final int MAXIMUM = 9;
  private static final Pattern NAME = Pattern.compile("([a-z]+)(?:-([2-9]))?");

  static Instance first(Component component) {
    return new Instance(component, 1);
  }

  /**
   * Reads a name as people type it.
   *
   * @throws StackException when there is no such process
   */
  static Instance named(String name) {
    var matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw unknown(name);
    }
    var component = Component.named(matcher.group(1)).orElseThrow(() -> unknown(name));
    var number = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
    if (number > 1 && !component.isService()) {
      throw unknown(name);
    }
    return new Instance(component, number);
  }

  String name() {
    return number == 1 ? component.typedName() : component.typedName() + "-" + number;
  }

  @Override
  public int compareTo(Instance other) {
    return Comparator.comparing(Instance::component)
        .thenComparing(Instance::number)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return name();
  }

  private static StackException unknown(String name) {
    return new StackException(
        "There is no process %s; there are intake, routing, notification, sla (replicas as intake-2), kafka, postgres, mail and issuer"
            .formatted(name));
  }
}
