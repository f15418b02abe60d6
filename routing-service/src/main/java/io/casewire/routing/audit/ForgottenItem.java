package io.casewire.routing.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that may be forgotten, or an agent whose load is wrong, so that cases pass that agent by.
 *
 * @param kind for example {@code owner-gone}
 * @param reason the same in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForgottenItem(
    ForgottenKind kind, @Nullable UUID caseId, @Nullable String agentId, String reason) {

  static ForgottenItem ofCase(UUID caseId, ForgottenKind kind) {
    return new ForgottenItem(kind, caseId, null, kind.reason());
  }

  static ForgottenItem ofAgent(String agentId) {
    ForgottenKind kind = ForgottenKind.LOAD_DIFFERS;
    return new ForgottenItem(kind, null, agentId, kind.reason());
  }
}
