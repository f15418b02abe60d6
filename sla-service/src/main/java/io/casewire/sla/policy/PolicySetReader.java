package io.casewire.sla.policy;

import io.casewire.sla.input.Validated;
import io.casewire.sla.input.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a whole set of policies. */
final class PolicySetReader {

  static final int MAX_POLICIES = 200;

  private final Violations violations = new Violations();
  private final Set<String> names = new HashSet<>();

  Validated<PolicySet> read(long version, List<? extends @Nullable PolicyDraft> drafts) {
    if (drafts.size() > MAX_POLICIES) {
      violations.add("policies", "must be at most " + MAX_POLICIES);
      return violations.refusal();
    }
    var policies = new ArrayList<Policy>();
    for (int i = 0; i < drafts.size(); i++) {
      readPolicy("policies[" + i + "]", drafts.get(i), policies);
    }
    return violations.orElse(() -> new PolicySet(version, policies));
  }

  private void readPolicy(String field, @Nullable PolicyDraft draft, List<Policy> policies) {
    if (draft == null) {
      violations.add(field, "must be a policy");
      return;
    }
    if (draft.name() != null && !names.add(draft.name())) {
      violations.add(field + ".name", "must be unique");
    }
    policies.add(new PolicyReader(field, violations).read(draft));
  }
}
