package io.casewire.routing.drain;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.WakefulLoop;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.wake.DrainSignal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Empties the queues as often as there may be something to do: it is woken by new work, by freed
 * capacity and by agents who come online here, and looks once in a while for what other replicas
 * have changed.
 *
 * <p>Each batch of a queue begins at the queue's head and with the agents as they are then, and the
 * queues take turns batch by batch: an agent who comes online gets the first case of the queue, and
 * a long queue holds up no other. A case that fails is set aside, a queue that fails is left for
 * the next pass.
 */
@ApplicationScoped
class Drainer {

  private static final Logger LOG = Logger.getLogger(Drainer.class);

  private final Transactions transactions;
  private final WaitingCases waiting;
  private final Planning planning;
  private final QueuePass queuePass;
  private final SetAside setAside;
  private final AssignmentMetrics metrics;
  private final WakefulLoop loop;
  private final DrainSignal signal;
  private final DrainConfig config;

  Drainer(
      Transactions transactions,
      WaitingCases waiting,
      Planning planning,
      QueuePass queuePass,
      SetAside setAside,
      AssignmentMetrics metrics,
      DrainSignal signal,
      DrainConfig config,
      LoopSupervisor loops) {
    this.transactions = transactions.forBatches();
    this.waiting = waiting;
    this.planning = planning;
    this.queuePass = queuePass;
    this.setAside = setAside;
    this.metrics = metrics;
    this.signal = signal;
    this.config = config;
    this.loop = loops.onEventLoop("drainer", this::pass);
  }

  void start(@Observes StartupEvent event) {
    signal.wakes(loop::wake);
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  private Uni<Duration> pass() {
    return transactions
        .read(waiting::queues)
        .chain(
            queues ->
                Multi.createFrom()
                    .iterable(queues)
                    .onItem()
                    .transformToUniAndConcatenate(this::batchOf)
                    .collect()
                    .asList())
        .map(this::pauseAfter);
  }

  private Duration pauseAfter(List<Progress> batches) {
    if (batches.contains(Progress.MORE)) {
      return Duration.ZERO;
    }
    return batches.contains(Progress.CONTENDED) ? config.contention() : config.poll();
  }

  private Uni<Progress> batchOf(String queue) {
    return transactions
        .write(unitOfWork -> assign(unitOfWork, queue))
        .onFailure(failure -> !Faults.isTransient(failure))
        .recoverWithUni(() -> oneByOne(queue))
        .onFailure(failure -> !Faults.isTransient(failure))
        .recoverWithItem(failure -> failed(queue, failure));
  }

  private Uni<Progress> assign(UnitOfWork unitOfWork, String queue) {
    return waiting
        .lockQueue(unitOfWork.session(), queue)
        .chain(
            locked ->
                locked
                    ? planning
                        .plan(unitOfWork, queue, config.batch())
                        .chain(plan -> carryOut(unitOfWork, plan))
                    : Uni.createFrom().item(Progress.CONTENDED));
  }

  private Uni<Progress> carryOut(UnitOfWork unitOfWork, Plan plan) {
    return plan.isEmpty()
        ? Uni.createFrom().item(Progress.DONE)
        : queuePass
            .carryOut(unitOfWork, plan)
            .map(
                wholly ->
                    wholly && plan.decisions().size() < config.batch()
                        ? Progress.DONE
                        : Progress.MORE);
  }

  /** One of the planned cases fails: the others must not wait for it. */
  private Uni<Progress> oneByOne(String queue) {
    return transactions
        .write(unitOfWork -> planning.plan(unitOfWork, queue, config.batch()))
        .chain(
            plan ->
                Multi.createFrom()
                    .iterable(plan.decisions())
                    .onItem()
                    .transformToUniAndConcatenate(decision -> alone(plan.only(decision)))
                    .toUni()
                    .replaceWith(plan.isEmpty() ? Progress.DONE : Progress.MORE));
  }

  private Uni<Void> alone(Plan plan) {
    return transactions
        .write(unitOfWork -> queuePass.carryOut(unitOfWork, plan).replaceWithVoid())
        .onFailure(failure -> !Faults.isTransient(failure))
        .recoverWithUni(
            failure ->
                transactions.write(
                    unitOfWork ->
                        setAside.add(
                            unitOfWork,
                            AssignmentQueue.NAME,
                            plan.caseIds().getFirst().toString(),
                            failure)));
  }

  private Progress failed(String queue, Throwable failure) {
    metrics.failed();
    LOG.errorf("queue=%s can't be planned because=%s", queue, Faults.nameOf(failure));
    return Progress.DONE;
  }

  /** How far the planning of a queue has come. */
  private enum Progress {
    /** There is nothing more to do for now. */
    DONE,
    /** More cases may be assigned at once. */
    MORE,
    /** Another replica plans the queue, and may not have seen what this replica was woken for. */
    CONTENDED
  }
}
