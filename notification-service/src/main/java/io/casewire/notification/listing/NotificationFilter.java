package io.casewire.notification.listing;

import io.casewire.kit.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which notices are wanted; null asks for all.
 *
 * @param caseId the case's id or number
 */
record NotificationFilter(
    @Nullable String caseId, @Nullable String recipient, @Nullable String state) {

  /** Two of them come with bounces; asking for them is no mistake. */
  static final List<String> STATES =
      List.of("queued", "sent", "delivered", "bounced", "failed", "suppressed");

  /** RFC 5321 section 4.5.3.1.3, which is longer than any id. */
  private static final int LONGEST = 254;

  /**
   * @throws Problem 400 if a value can't be one
   */
  NotificationFilter {
    requireShort("caseId", caseId);
    requireShort("recipient", recipient);
    if (state != null && !STATES.contains(state)) {
      throw Problem.invalid("state", "must be one of " + String.join(", ", STATES));
    }
  }

  /**
   * What a person filled in: an empty field asks for all, and blanks around it are no part of it.
   */
  static NotificationFilter typed(
      @Nullable String caseId, @Nullable String recipient, @Nullable String state) {
    return new NotificationFilter(given(caseId), given(recipient), given(state));
  }

  /** The same filter as the query of an address, for the notices after a cursor. */
  String query(String cursor) {
    return "caseId=%s&recipient=%s&state=%s&cursor=%s"
        .formatted(encoded(caseId), encoded(recipient), encoded(state), encoded(cursor));
  }

  private static String encoded(@Nullable String value) {
    return value == null ? "" : URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void requireShort(String field, @Nullable String value) {
    if (value != null && (value.length() > LONGEST || value.indexOf('\0') >= 0)) {
      throw Problem.invalid(field, "must be %d characters at most".formatted(LONGEST));
    }
  }
}
