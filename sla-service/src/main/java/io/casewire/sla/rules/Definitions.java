package io.casewire.sla.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.definition.DefinitionStore;
import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.input.Validated;
import io.casewire.sla.policy.PolicySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Definitions as JSON and back. What was once accepted is read by the same rules for ever, so these
 * may only become laxer.
 */
@ApplicationScoped
public class Definitions {

  static final DefinitionStore CALENDARS = new DefinitionStore("calendar");

  static final DefinitionStore POLICIES = new DefinitionStore("policies");

  /** All policies together are one definition. */
  static final String ALL_POLICIES = "all";

  private final ObjectMapper json;

  Definitions(ObjectMapper json) {
    this.json = json;
  }

  String write(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a definition always has a JSON form", e);
    }
  }

  CalendarBody calendarBody(String definition) {
    return read(definition, CalendarBody.class);
  }

  PolicySetBody policySetBody(String definition) {
    return read(definition, PolicySetBody.class);
  }

  BusinessCalendar calendar(DefinitionVersion stored) {
    CalendarBody body = calendarBody(stored.definition());
    return kept(BusinessCalendar.of(stored.id(), stored.version(), body.draft("")));
  }

  PolicySet policySet(DefinitionVersion stored) {
    return kept(PolicySet.of(stored.version(), policySetBody(stored.definition()).drafts()));
  }

  /** What the domain says of an input is what its sender is told, as 400 or as 422. */
  static List<Violation> violations(List<io.casewire.sla.input.Violation> found) {
    return found.stream().map(one -> new Violation(one.field(), one.reason())).toList();
  }

  /**
   * The value of an input whose fields are all well-formed.
   *
   * @throws Problem 422 that names every field that can't be acted on
   */
  public static <T> T requireValid(Validated<T> read) {
    return switch (read) {
      case Validated.Valid<T>(T value) -> value;
      case Validated.Invalid<T> invalid ->
          throw Problem.unprocessable(violations(invalid.violations()));
    };
  }

  private static <T> T kept(Validated<T> read) {
    return switch (read) {
      case Validated.Valid<T>(T value) -> value;
      case Validated.Invalid<T> invalid ->
          throw new IllegalStateException("a kept definition is broken: " + invalid.violations());
    };
  }

  private <T> T read(String definition, Class<T> type) {
    try {
      return json.readValue(definition, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept definition can't be read", e);
    }
  }
}
