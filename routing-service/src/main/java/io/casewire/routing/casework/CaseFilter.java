package io.casewire.routing.casework;

import io.casewire.events.CaseStatus;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; what is null is no condition.
 *
 * @param visible whose cases they are to be
 * @param customer an id or an address
 * @param query words, or parts of a text without words, or a case number
 */
public record CaseFilter(
    Visible visible,
    @Nullable CaseStatus status,
    @Nullable String queue,
    @Nullable String owner,
    @Nullable String customer,
    @Nullable String query) {

  /** All cases that this agent owns. */
  public static CaseFilter ownedBy(String agentId, Visible visible) {
    return new CaseFilter(visible, null, null, agentId, null, null);
  }

  @Nullable UUID customerId() {
    try {
      return customer == null ? null : UUID.fromString(customer);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** What somebody sees at all. */
  public sealed interface Visible {

    /** Every case. */
    record All() implements Visible {}

    /** What he owns and what is in his queues. */
    record Own(String agentId, Set<String> queues) implements Visible {}

    /** Nothing: he does not work here. */
    record Nothing() implements Visible {}
  }
}
