package io.casewire.routing.assignment;

import io.casewire.routing.directory.Queue;
import java.util.Set;

/**
 * What a case asks of whoever takes it.
 *
 * @param weight units it will cost him
 */
record Demand(Queue queue, String language, int weight, Set<String> declinedBy) {

  static Demand of(Queue queue, WaitingCase waiting) {
    return new Demand(
        queue, waiting.language(), queue.weightOf(waiting.channel()), waiting.declinedBy());
  }
}
