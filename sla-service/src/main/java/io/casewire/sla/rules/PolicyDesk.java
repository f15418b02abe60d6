package io.casewire.sla.rules;

import io.casewire.kit.definition.DefinitionVersion;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.input.Validated;
import io.casewire.sla.policy.PolicySet;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the policies. A definition that says nothing new makes no new version. */
@ApplicationScoped
class PolicyDesk {

  private final Transactions transactions;
  private final Definitions definitions;

  PolicyDesk(Transactions transactions, Definitions definitions) {
    this.transactions = transactions;
    this.definitions = definitions;
  }

  /**
   * @param version null for the current one
   */
  Uni<PolicySetView> get(@Nullable Long version) {
    return transactions
        .read(session -> Definitions.POLICIES.find(session, Definitions.ALL_POLICIES, version))
        .map(found -> view(found.orElseThrow(Problem::notFound)));
  }

  Uni<Response> define(PolicySetBody body, @Nullable String ifMatch, String by) {
    PolicySet wanted = requireWellFormed(PolicySet.of(1, body.drafts()));
    String definition = definitions.write(body);
    return transactions
        .write(
            unitOfWork ->
                Definitions.CALENDARS
                    .ids(unitOfWork.session())
                    .invoke(calendars -> requireCalendars(wanted, Set.copyOf(calendars)))
                    .chain(
                        () ->
                            Definitions.POLICIES.define(
                                unitOfWork, Definitions.ALL_POLICIES, definition, by, ifMatch)))
        .map(defined -> defined.respond(view(defined.version())));
  }

  private static PolicySet requireWellFormed(Validated<PolicySet> read) {
    return switch (read) {
      case Validated.Valid<PolicySet>(PolicySet set) -> set;
      case Validated.Invalid<PolicySet> invalid ->
          throw Problem.invalid(Definitions.violations(invalid.violations()));
    };
  }

  private static void requireCalendars(PolicySet wanted, Set<String> calendars) {
    List<Violation> missing = Definitions.violations(wanted.withoutCalendar(calendars));
    if (!missing.isEmpty()) {
      throw Problem.unprocessable(missing);
    }
  }

  private PolicySetView view(DefinitionVersion stored) {
    return PolicySetView.of(stored, definitions.policySetBody(stored.definition()));
  }
}
