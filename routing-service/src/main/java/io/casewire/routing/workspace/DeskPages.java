package io.casewire.routing.workspace;

import io.casewire.events.CaseStatus;
import io.casewire.kit.etag.ETags;
import io.casewire.kit.id.Ids;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseReader;
import io.casewire.routing.casework.WorkLists;
import io.casewire.routing.desk.CaseViews;
import io.casewire.routing.desk.CaseViews.Sight;
import io.casewire.routing.desk.Viewer;
import io.casewire.routing.desk.Viewers;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.life.Act;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.LegalMoves;
import io.casewire.routing.life.Place;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads what the pages of an agent's desk show: the agent's lists, and the case that is open. */
@ApplicationScoped
class DeskPages {

  private static final PageRequest DECISIONS = PageRequest.of("200", null);
  private static final Comparator<AgentAtWork> THOSE_WITH_TIME_FIRST =
      Comparator.comparing(AgentAtWork::presence)
          .thenComparing(agent -> agent.load() - agent.agent().capacity())
          .thenComparing(AgentAtWork::id);

  private final Transactions transactions;
  private final Viewers viewers;
  private final CaseViews views;
  private final CaseReader reader;
  private final WorkLists lists;
  private final Roster roster;
  private final Queues queues;
  private final Timeline timeline;
  private final Words words;

  DeskPages(
      Transactions transactions,
      Viewers viewers,
      CaseViews views,
      CaseReader reader,
      WorkLists lists,
      Roster roster,
      Queues queues,
      Timeline timeline,
      Words words) {
    this.transactions = transactions;
    this.viewers = viewers;
    this.views = views;
    this.reader = reader;
    this.lists = lists;
    this.roster = roster;
    this.queues = queues;
    this.timeline = timeline;
    this.words = words;
  }

  /**
   * The lists alone.
   *
   * @param current the id of the case that is open beside them all the same
   */
  Uni<TemplateInstance> lists(Caller caller, String tab, @Nullable String current) {
    return transactions.read(
        session ->
            viewers
                .of(session, caller)
                .chain(
                    viewer ->
                        pane(session, viewer, tab, current)
                            .map(pane -> DeskTemplates.deskPage(viewer, pane))));
  }

  /**
   * A case beside the lists. The agent has looked at it from now on. An open page asks at each
   * change of the case, so nothing is written unless the customer has written.
   */
  Uni<TemplateInstance> openCase(
      Caller caller, String idOrNumber, Language language, FormOutcome outcome) {
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
                                            : page(session, sight, language, outcome))))
        .onItem()
        .ifNull()
        .switchTo(() -> look(caller, idOrNumber, language, outcome));
  }

  private Uni<TemplateInstance> look(
      Caller caller, String idOrNumber, Language language, FormOutcome outcome) {
    return transactions.write(
        unitOfWork -> {
          Mutiny.Session session = unitOfWork.session();
          return views
              .sight(session, caller, idOrNumber)
              .call(sight -> lists.look(session, caller.agentId(), sight.theCase().id()))
              .chain(sight -> page(session, sight, language, outcome));
        });
  }

  private Uni<TemplateInstance> page(
      Mutiny.Session session, Sight sight, Language language, FormOutcome outcome) {
    String id = sight.theCase().id().toString();
    String tab = sight.theCase().state().isWaiting() ? ListPane.WAITING : ListPane.MINE;
    return theCase(session, sight, language)
        .chain(
            open ->
                pane(session, sight.viewer(), tab, id)
                    .map(
                        pane ->
                            DeskTemplates.casePage(
                                sight.viewer(), pane, open, outcome, Ids.next().toString())));
  }

  private Uni<CasePageModel> theCase(Mutiny.Session session, Sight sight, Language language) {
    CaseEntity theCase = sight.theCase();
    Set<Act> acts = CaseLife.open(theCase.state(), sight.viewer().actor(theCase));
    return reader
        .detail(session, theCase)
        .chain(
            item ->
                views
                    .decisions(session, theCase, DECISIONS)
                    .chain(
                        decisions ->
                            people(session, theCase, acts)
                                .chain(
                                    people ->
                                        otherQueues(session, theCase, acts)
                                            .map(
                                                others ->
                                                    new CasePageModel(
                                                        item,
                                                        ETags.of(theCase.version()),
                                                        timeline.of(item, language),
                                                        acts,
                                                        moves(item.status(), acts),
                                                        RoutingExplanation.of(
                                                            decisions, words, language),
                                                        people,
                                                        others)))));
  }

  /** The agents to whom the case can be given, for a viewer who may give it. */
  private Uni<List<AgentAtWork>> people(Mutiny.Session session, CaseEntity theCase, Set<Act> acts) {
    Place place = theCase.state().place();
    return acts.contains(Act.GIVE)
        ? roster
            .everybodyOf(session, place.queue())
            .map(
                all ->
                    all.stream()
                        .filter(agent -> agent.agent().active())
                        .filter(agent -> !agent.id().equals(place.owner()))
                        .sorted(THOSE_WITH_TIME_FIRST)
                        .toList())
        : Uni.createFrom().item(List.of());
  }

  /** The queues into which the case can be put, for a viewer who may do that. */
  private Uni<List<String>> otherQueues(Mutiny.Session session, CaseEntity theCase, Set<Act> acts) {
    String queue = theCase.state().place().queue();
    return acts.contains(Act.ENQUEUE)
        ? queues
            .all(session)
            .map(
                book ->
                    book.inOrder().stream().map(Queue::id).filter(id -> !id.equals(queue)).toList())
        : Uni.createFrom().item(List.of());
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
