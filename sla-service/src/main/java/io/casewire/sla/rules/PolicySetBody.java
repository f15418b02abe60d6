package io.casewire.sla.rules;

import io.casewire.sla.policy.PolicyDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All policies, which is also the form in which they are kept.
 *
 * @param policies in order: the first that fits a case is its policy
 */
@Schema(name = "PolicySet")
public record PolicySetBody(@NotEmpty List<@Valid PolicyBody> policies) {

  List<PolicyDraft> drafts() {
    return policies.stream().map(PolicyBody::draft).toList();
  }
}
