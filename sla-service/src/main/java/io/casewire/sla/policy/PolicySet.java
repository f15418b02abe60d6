package io.casewire.sla.policy;

import io.casewire.sla.input.Validated;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * @param calendars ids of the calendars that exist
   * @return the set, or violations that name {@code policies[i]} and its fields
   */
  public static Validated<PolicySet> of(
      long version, List<? extends @Nullable PolicyDraft> drafts, Set<String> calendars) {
    return new PolicySetReader(calendars).read(version, drafts);
  }

  /** The first policy that fits the case. */
  public Optional<Policy> firstMatch(CaseTraits traits) {
    return policies.stream().filter(policy -> policy.when().fits(traits)).findFirst();
  }

  public Optional<Policy> named(String name) {
    return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
  }
}
