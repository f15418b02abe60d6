package io.casewire.sla.rules;

import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Shows definitions to people. */
@ApplicationScoped
public class RuleLibrary {

  private final PolicyDesk policies;
  private final CalendarDesk calendars;

  RuleLibrary(PolicyDesk policies, CalendarDesk calendars) {
    this.policies = policies;
    this.calendars = calendars;
  }

  /**
   * The policies.
   *
   * @param version null for the current one
   * @throws Problem 404 if there is no such version
   */
  public Uni<PolicySetView> policies(@Nullable String version) {
    return policies.get(DefinitionVersion.parse(version));
  }

  /**
   * A calendar.
   *
   * @param version null for the current one
   * @throws Problem 404 if there is no such calendar or version
   */
  public Uni<CalendarView> calendar(String id, @Nullable String version) {
    return calendars.get(id, DefinitionVersion.parse(version));
  }
}
