package io.casewire.routing.desk;

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
import io.casewire.routing.drain.Explanations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows cases to those who may see them. */
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

  /** Why a case went to whom it went, and while it waits, why it does. */
  public Uni<DecisionPage> decisions(Mutiny.Session session, CaseEntity theCase, PageRequest page) {
    return reader
        .decisions(session, theCase.id(), page)
        .map(DecisionPage::of)
        .chain(decisions -> explain(session, theCase, decisions));
  }

  private Uni<DecisionPage> explain(
      Mutiny.Session session, CaseEntity theCase, DecisionPage decisions) {
    return theCase.state().isWaiting()
        ? explanations.explain(session, theCase).map(decisions::waiting)
        : Uni.createFrom().item(decisions);
  }

  /**
   * The case with this id or number and who looks at it.
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

  /** A case and who sees it. */
  public record Sight(Viewer viewer, CaseEntity theCase) {}

  /** A case as it was seen, and the tag of what was seen. */
  record Seen(CaseItem item, String eTag) {}
}
