package io.casewire.sla.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take: a duration, or an object with one.
 *
 * @param hours {@code business} (when absent) or {@code calendar}
 */
@Schema(
    name = "Target",
    description =
        "An ISO 8601 duration such as PT4H, counted in business hours, or"
            + " {duration, hours: business|calendar}")
public record TargetBody(@Nullable String duration, @Nullable String hours) {

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static TargetBody of(
      @JsonProperty("duration") @Nullable String duration,
      @JsonProperty("hours") @Nullable String hours) {
    return new TargetBody(duration, hours);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static TargetBody of(String duration) {
    return new TargetBody(duration, null);
  }

  /** The short form where it says it all. */
  @JsonValue
  Object json() {
    if (hours == null && duration != null) {
      return duration;
    }
    Map<String, @Nullable String> members = new LinkedHashMap<>();
    members.put("duration", duration);
    members.put("hours", hours);
    return members;
  }
}
