package io.casewire.routing.desk;

import io.casewire.events.CaseStatus;
import io.casewire.kit.etag.ETags;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.casework.CaseEntity;
import io.casewire.routing.casework.CaseLedger;
import io.casewire.routing.casework.CaseReader;
import io.casewire.routing.casework.CaseWork;
import io.casewire.routing.casework.Occasion;
import io.casewire.routing.directory.AgentAtWork;
import io.casewire.routing.directory.Queue;
import io.casewire.routing.life.CaseLife;
import io.casewire.routing.life.Circumstances;
import io.casewire.routing.life.Decision;
import io.casewire.routing.life.StaffCommand;
import io.casewire.routing.roster.QueueBook;
import io.casewire.routing.roster.Queues;
import io.casewire.routing.roster.Roster;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Carries out lists of commands about one or several cases in the caller's transaction: all of a
 * list, or nothing of it. All cases are locked in one order before anything is decided.
 */
@ApplicationScoped
public class CaseCommands {

  private final CaseReader reader;
  private final CaseLedger ledger;
  private final Viewers viewers;
  private final Roster roster;
  private final Queues queues;
  private final CaseLife life;

  CaseCommands(
      CaseReader reader,
      CaseLedger ledger,
      Viewers viewers,
      Roster roster,
      Queues queues,
      CaseLife life) {
    this.reader = reader;
    this.ledger = ledger;
    this.viewers = viewers;
    this.roster = roster;
    this.queues = queues;
    this.life = life;
  }

  /** Carries out one command and answers the case as it is afterwards. */
  public Uni<CaseEntity> carryOut(UnitOfWork unitOfWork, CommandRequest request) {
    return carryOut(unitOfWork, List.of(request)).map(List::getFirst);
  }

  /**
   * Carries out the commands in their order; each is decided by what the earlier ones have done.
   * The first that is refused fails the result with its {@link io.casewire.kit.problem.Problem},
   * and the transaction with it.
   *
   * @return the case of each command as it is afterwards
   */
  public Uni<List<CaseEntity>> carryOut(UnitOfWork unitOfWork, List<CommandRequest> requests) {
    Mutiny.Session session = unitOfWork.session();
    return viewers(session, requests)
        .chain(
            viewers ->
                lock(session, requests)
                    .map(cases -> visible(requests, viewers, cases))
                    .call(cases -> carryOut(unitOfWork, requests, viewers, cases)));
  }

  private Uni<Map<Caller, Viewer>> viewers(Mutiny.Session session, List<CommandRequest> requests) {
    Set<Caller> callers = requests.stream().map(CommandRequest::by).collect(Collectors.toSet());
    return each(callers, caller -> viewers.of(session, caller))
        .map(
            found -> found.stream().collect(Collectors.toMap(Viewer::caller, Function.identity())));
  }

  /** The cases by what the requests call them, as far as they exist. */
  private Uni<Map<String, CaseEntity>> lock(Mutiny.Session session, List<CommandRequest> requests) {
    Map<String, UUID> ids = new HashMap<>();
    Set<String> names =
        requests.stream().map(CommandRequest::idOrNumber).collect(Collectors.toSet());
    return each(
            names,
            name ->
                reader
                    .idOf(session, name)
                    .invoke(found -> found.ifPresent(id -> ids.put(name, id))))
        .chain(_ -> ledger.lock(session, Set.copyOf(ids.values())))
        .map(
            locked ->
                ids.entrySet().stream()
                    .filter(entry -> locked.containsKey(entry.getValue()))
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey, entry -> locked.get(entry.getValue()))));
  }

  /** The case of each request, if the actor may see it and has seen its present version. */
  private static List<CaseEntity> visible(
      List<CommandRequest> requests, Map<Caller, Viewer> viewers, Map<String, CaseEntity> cases) {
    return requests.stream()
        .map(
            request -> {
              CaseEntity theCase =
                  Optional.ofNullable(cases.get(request.idOrNumber()))
                      .filter(viewers.get(request.by())::sees)
                      .orElseThrow(Viewers::unseen);
              ETags.require(theCase.version(), request.ifMatch());
              return theCase;
            })
        .toList();
  }

  private Uni<Void> carryOut(
      UnitOfWork unitOfWork,
      List<CommandRequest> requests,
      Map<Caller, Viewer> viewers,
      List<CaseEntity> cases) {
    Mutiny.Session session = unitOfWork.session();
    return agents(session, requests, viewers.values(), cases)
        .chain(
            agents ->
                queues
                    .all(session)
                    .chain(
                        book ->
                            unitOfWork
                                .now()
                                .map(now -> decide(requests, viewers, cases, book, agents, now))))
        .chain(work -> ledger.write(unitOfWork, work));
  }

  /** The actors, the agents whom commands name, and the owners of cases to open again. */
  private Uni<Map<String, AgentAtWork>> agents(
      Mutiny.Session session,
      List<CommandRequest> requests,
      Collection<Viewer> viewers,
      List<CaseEntity> cases) {
    Map<String, AgentAtWork> agents = new HashMap<>();
    viewers.forEach(viewer -> agents.put(viewer.self().id(), viewer.self()));
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < requests.size(); i++) {
      String owner = cases.get(i).state().owner();
      switch (requests.get(i).command()) {
        case StaffCommand.Assign assign -> missing.add(assign.agentId());
        case StaffCommand.SetStatus set when set.to() == CaseStatus.OPEN && owner != null ->
            missing.add(owner);
        default -> {}
      }
    }
    missing.removeAll(agents.keySet());
    return each(missing, id -> roster.find(session, id))
        .map(
            found -> {
              found.forEach(agent -> agent.ifPresent(known -> agents.put(known.id(), known)));
              return agents;
            });
  }

  private CaseWork decide(
      List<CommandRequest> requests,
      Map<Caller, Viewer> viewers,
      List<CaseEntity> cases,
      QueueBook book,
      Map<String, AgentAtWork> agents,
      Instant now) {
    CaseWork work = new CaseWork(book, agents);
    List<Queue> allQueues = book.inOrder();
    for (int i = 0; i < requests.size(); i++) {
      CommandRequest request = requests.get(i);
      CaseEntity theCase = cases.get(i);
      Circumstances given =
          new Circumstances(
              viewers.get(request.by()).actor(theCase),
              work.ownerOf(theCase),
              theCase.facts(),
              allQueues,
              agents,
              now);
      switch (life.decide(theCase.state(), request.command(), given)) {
        case Decision.Accepted done ->
            work.apply(
                theCase, done.events(), new Occasion(now, request.cause(), request.by().agentId()));
        case Decision.Refused refused -> throw Refusals.problem(refused.refusal());
      }
    }
    return work;
  }

  /** One after the other, since a session does one thing at a time. */
  private static <T, R> Uni<List<R>> each(
      Collection<T> items, Function<? super T, Uni<? extends R>> read) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .<R>transformToUniAndConcatenate(read)
        .collect()
        .asList();
  }
}
