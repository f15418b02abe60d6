package io.casewire.sla.policy;

import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One version of the policies. It never changes: clocks that were started under it are judged by it
 * for as long as they run.
 *
 * @param policies in order; the first that fits a case is its policy
 */
public record PolicySet(long version, List<Policy> policies) {

  /** No policies: cases have no clocks. */
  public static final PolicySet NONE = new PolicySet(0, List.of());

  public PolicySet {
    policies = List.copyOf(policies);
  }

  /**
   * Reads the policies that somebody sent.
   *
   * @return the set, or violations that name {@code policies[i]} and its fields
   */
  public static Validated<PolicySet> of(
      long version, List<? extends @Nullable PolicyDraft> drafts) {
    return new PolicySetReader().read(version, drafts);
  }

  /** One violation for each policy whose calendar is not among those that exist. */
  public List<Violation> withoutCalendar(Set<String> calendars) {
    return IntStream.range(0, policies.size())
        .filter(i -> !calendars.contains(policies.get(i).calendar()))
        .mapToObj(i -> new Violation("policies[" + i + "].calendar", "there is no such calendar"))
        .toList();
  }

  /** The first policy that fits the case. */
  public Optional<Policy> firstMatch(CaseTraits traits) {
    return policies.stream().filter(policy -> policy.when().fits(traits)).findFirst();
  }

  public Optional<Policy> named(String name) {
    return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
  }
}
