package io.casewire.sla.preview;

import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.sla.calendar.BusinessCalendar;
import io.casewire.sla.calendar.DeadlinePreview;
import io.casewire.sla.input.Validated;
import io.casewire.sla.rules.Definitions;
import io.casewire.sla.rules.Rulebooks;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Deadlines on approval. */
@Path("/api/v1/deadlines/preview")
@Tag(name = "Deadlines")
class DeadlineResource {

  private static final String INLINE = "calendar.";

  private final Transactions transactions;
  private final Rulebooks rulebooks;

  DeadlineResource(Transactions transactions, Rulebooks rulebooks) {
    this.transactions = transactions;
    this.rulebooks = rulebooks;
  }

  @POST
  @RolesAllowed(Role.Names.AGENT)
  @Operation(
      operationId = "previewDeadline",
      summary = "When a span of working time would be over, and why then")
  public Uni<PreviewView> preview(@Valid @NotNull PreviewBody body) {
    return calendar(body.calendar())
        // A span of years in a calendar of minutes is much to count for an event loop.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(calendar -> DeadlinePreview.of(calendar, body.start(), body.minutes()))
        .map(Definitions::requireValid)
        .map(PreviewView::of);
  }

  private Uni<Validated<BusinessCalendar>> calendar(CalendarChoice choice) {
    if (choice.inline() != null) {
      return Uni.createFrom().item(BusinessCalendar.of("", 0, choice.inline().draft(INLINE)));
    }
    return transactions
        .read(session -> rulebooks.load(session, List.of()))
        .map(rules -> rules.findCalendar(choice.id()).orElseThrow(Problem::notFound))
        .map(Validated.Valid::new);
  }
}
