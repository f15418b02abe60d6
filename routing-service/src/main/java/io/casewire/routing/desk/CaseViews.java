package io.casewire.routing.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.kit.etag.ETags;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Transactions;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseFilter;
import io.casewire.routing.casework.CaseFilter.Visible;
import io.casewire.routing.casework.CaseItem;
import io.casewire.routing.casework.CaseReader;
import io.casewire.routing.casework.DecisionRecord;
import io.casewire.routing.drain.Explanations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads cases for the member of staff who calls, as far as the caller may see them. */
@ApplicationScoped
public class CaseViews {

  private final Transactions transactions;
  private final Viewers viewers;
  private final CaseReader reader;
  private final Explanations explanations;

  CaseViews(
      Transactions transactions, Viewers viewers, CaseReader reader, Explanations explanations) {
    this.transactions = transactions;
    this.viewers = viewers;
    this.reader = reader;
    this.explanations = explanations;
  }

  /** A page of the cases that the caller sees, newest first. */
  public Uni<Page<CaseItem>> list(
      Caller caller, Function<Visible, CaseFilter> filter, PageRequest page) {
    return transactions.read(
        session ->
            viewers
                .of(session, caller)
                .chain(viewer -> reader.list(session, filter.apply(viewer.visible()), page)));
  }

  Uni<Seen> detail(Caller caller, String idOrNumber) {
    return transactions.read(
        session ->
            sight(session, caller, idOrNumber)
                .map(Sight::theCase)
                .chain(
                    theCase ->
                        reader
                            .detail(session, theCase)
                            .map(item -> new Seen(item, ETags.of(theCase.version())))));
  }

  Uni<DecisionPage> decisions(Caller caller, String idOrNumber, PageRequest page) {
    return transactions.read(
        session ->
            sight(session, caller, idOrNumber)
                .chain(sight -> decisions(session, sight.theCase(), page)));
  }

  /** The decisions about a case, and while it waits, why it waits. */
  public Uni<DecisionPage> decisions(Mutiny.Session session, CaseEntity theCase, PageRequest page) {
    Uni<Optional<DecisionRecord>> waiting =
        theCase.state().isWaiting()
            ? explanations.explain(session, theCase).map(DecisionRecord::of).map(Optional::of)
            : Uni.createFrom().item(Optional.empty());
    return reader
        .decisions(session, theCase.id(), page)
        .chain(
            made ->
                waiting.map(
                    now -> new DecisionPage(made.items(), made.nextCursor(), now.orElse(null))));
  }

  /**
   * The case with this id or number, and the caller.
   *
   * @throws Problem 404 (as the failure of the result) if the caller does not see such a case
   */
  public Uni<Sight> sight(Mutiny.Session session, Caller caller, String idOrNumber) {
    return viewers
        .of(session, caller)
        .chain(
            viewer ->
                reader
                    .find(session, idOrNumber)
                    .map(found -> found.filter(viewer::sees).orElseThrow(Viewers::unseen))
                    .map(theCase -> new Sight(viewer, theCase)));
  }

  /** A case and the member of staff who sees it. */
  public record Sight(Viewer viewer, CaseEntity theCase) {}

  /** A case and the tag of its version. */
  record Seen(CaseItem item, String eTag) {}

  /**
   * A page of routing decisions, oldest first.
   *
   * @param waiting while the case waits: what would be decided now, and so why it waits
   */
  public record DecisionPage(
      List<DecisionRecord> items,
      @Nullable String nextCursor,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DecisionRecord waiting) {}
}
