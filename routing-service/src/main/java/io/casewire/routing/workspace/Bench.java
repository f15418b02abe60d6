package io.casewire.routing.workspace;

import io.casewire.events.CaseStatus;
import io.casewire.kit.etag.ETags;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.web.Language;
import io.casewire.routing.casework.CaseReader;
import io.casewire.routing.casework.WorkLists;
import io.casewire.routing.desk.CaseViews;
import io.casewire.routing.desk.CaseViews.Sight;
import io.casewire.routing.desk.Viewer;
import io.casewire.routing.desk.Viewers;
import io.casewire.routing.life.Act;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.LegalMoves;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lays out what an agent needs in front of him: his lists, and the case he works on. */
@ApplicationScoped
class Bench {

  private static final PageRequest DECISIONS = PageRequest.of("200", null);

  private final Transactions transactions;
  private final Viewers viewers;
  private final CaseViews views;
  private final CaseReader reader;
  private final WorkLists lists;
  private final Choices choices;
  private final Story story;
  private final Why why;

  Bench(
      Transactions transactions,
      Viewers viewers,
      CaseViews views,
      CaseReader reader,
      WorkLists lists,
      Choices choices,
      Story story,
      Why why) {
    this.transactions = transactions;
    this.viewers = viewers;
    this.views = views;
    this.reader = reader;
    this.lists = lists;
    this.choices = choices;
    this.story = story;
    this.why = why;
  }

  /**
   * The lists alone.
   *
   * @param current the id of the case that is open beside them all the same
   */
  Uni<DeskPage> lists(Caller caller, String tab, @Nullable String current) {
    return transactions.read(
        session ->
            viewers
                .of(session, caller)
                .chain(
                    viewer ->
                        pane(session, viewer, tab, current)
                            .map(pane -> new DeskPage(Me.of(viewer), pane))));
  }

  /**
   * A case beside the lists, which the agent has looked at from now on. An open page asks at each
   * change of the case, so nothing is written unless the customer has.
   */
  Uni<CasePage> open(Caller caller, String idOrNumber, Language language, Draft draft) {
    return transactions
        .read(
            session ->
                views
                    .sight(session, caller, idOrNumber)
                    .chain(
                        sight ->
                            lists
                                .isUnread(session, caller.agentId(), sight.theCase().id())
                                .chain(
                                    unread ->
                                        unread
                                            ? Uni.createFrom().nullItem()
                                            : page(session, sight, language, draft))))
        .onItem()
        .ifNull()
        .switchTo(() -> look(caller, idOrNumber, language, draft));
  }

  private Uni<CasePage> look(Caller caller, String idOrNumber, Language language, Draft draft) {
    return transactions.write(
        unitOfWork -> {
          Mutiny.Session session = unitOfWork.session();
          return views
              .sight(session, caller, idOrNumber)
              .call(sight -> lists.look(session, caller.agentId(), sight.theCase().id()))
              .chain(sight -> page(session, sight, language, draft));
        });
  }

  private Uni<CasePage> page(Mutiny.Session session, Sight sight, Language language, Draft draft) {
    String id = sight.theCase().id().toString();
    String tab = sight.theCase().state().isWaiting() ? ListPane.WAITING : ListPane.MINE;
    return theCase(session, sight, language)
        .chain(
            open ->
                pane(session, sight.viewer(), tab, id)
                    .map(pane -> CasePage.of(Me.of(sight.viewer()), pane, open, draft)));
  }

  private Uni<OpenCase> theCase(Mutiny.Session session, Sight sight, Language language) {
    Set<Act> acts = CaseLife.open(sight.theCase().state(), sight.viewer().actor(sight.theCase()));
    return reader
        .detail(session, sight.theCase())
        .chain(
            item ->
                views
                    .decisions(session, sight.theCase(), DECISIONS)
                    .chain(
                        decisions ->
                            choices
                                .of(session, sight.theCase(), acts)
                                .map(
                                    chosen ->
                                        new OpenCase(
                                            item,
                                            ETags.of(sight.theCase().version()),
                                            story.of(item, language),
                                            acts,
                                            moves(item.status(), acts),
                                            why.of(decisions, language),
                                            chosen.people(),
                                            chosen.queues()))));
  }

  private static List<CaseStatus> moves(CaseStatus from, Set<Act> acts) {
    return acts.contains(Act.SET_STATUS)
        ? LegalMoves.of(from).moves().stream().filter(to -> to != from).toList()
        : List.of();
  }

  private Uni<ListPane> pane(
      Mutiny.Session session, Viewer viewer, String tab, @Nullable String current) {
    String me = viewer.caller().agentId();
    return tab.equals(ListPane.WAITING)
        ? lists
            .waiting(session, me, viewer.visible())
            .chain(
                shown ->
                    lists
                        .countMine(session, me)
                        .map(mine -> new ListPane(tab, shown, mine, shown.size(), current)))
        : lists
            .mine(session, me)
            .chain(
                shown ->
                    lists
                        .countWaiting(session, me, viewer.visible())
                        .map(waiting -> new ListPane(tab, shown, shown.size(), waiting, current)));
  }
}
