package io.casewire.sla.rules;

import io.casewire.kit.etag.ETags;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.sla.input.Validated;
import io.casewire.sla.policy.PolicySet;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
        .read(session -> PolicyTable.find(session, version))
        .map(found -> view(found.orElseThrow(Problem::notFound)));
  }

  Uni<Put<PolicySetView>> define(PolicySetBody body, @Nullable String ifMatch, String by) {
    PolicySet wanted = requireWellFormed(PolicySet.of(1, body.drafts()));
    return transactions.write(
        unitOfWork ->
            Turn.take(unitOfWork, "policies")
                .chain(() -> PolicyTable.calendars(unitOfWork.session()))
                .invoke(calendars -> requireCalendars(wanted, calendars))
                .chain(() -> PolicyTable.find(unitOfWork.session(), null))
                .map(known -> known.orElseThrow(() -> new IllegalStateException("no policies")))
                .invoke(known -> ETags.require(known.version(), ifMatch))
                .chain(known -> define(unitOfWork, known, definitions.write(body), by))
                .map(stored -> new Put<>(false, stored.version(), view(stored))));
  }

  private static Uni<StoredVersion> define(
      UnitOfWork unitOfWork, StoredVersion known, String definition, String by) {
    return known.definition().equals(definition)
        ? Uni.createFrom().item(known)
        : PolicyTable.add(unitOfWork, known.version() + 1, definition, by);
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

  private PolicySetView view(StoredVersion stored) {
    return PolicySetView.of(stored, definitions.policySetBody(stored.definition()));
  }
}
