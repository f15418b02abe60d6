package io.casewire.routing.desk;

import io.casewire.events.CaseStatus;
import io.casewire.kit.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer to the customer.
 *
 * @param attachments none in this version: better refused than lost
 * @param then {@code pending} or {@code resolved}, to move the case with the answer
 */
record ReplyBody(
    @NotBlank @Size(max = 100_000) String text,
    @Nullable @Size(max = 0, message = "can't be sent with a reply yet")
        List<Map<String, Object>> attachments,
    @Nullable CaseStatus then) {

  /**
   * The same, if the case can go where it says.
   *
   * @throws Problem 400 if not
   */
  ReplyBody checked() {
    if (then != null && then != CaseStatus.PENDING && then != CaseStatus.RESOLVED) {
      throw Problem.invalid("then", "must be one of pending, resolved");
    }
    return this;
  }
}
