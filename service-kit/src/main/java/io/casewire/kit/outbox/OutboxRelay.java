package io.casewire.kit.outbox;

import io.casewire.kit.database.ConnectionLimits;
import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.PollPause;
import io.casewire.kit.loop.ThreadLoop;
import io.casewire.kit.setaside.SetAside;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what is in the outbox. One per process; over all replicas a bucket is worked by one at a
 * time.
 *
 * <p>A plain thread with a plain connection on purpose: this is the one place that waits for the
 * broker while it holds a transaction, and no event loop may.
 */
@ApplicationScoped
class OutboxRelay implements Runnable {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration GOODBYE = Duration.ofSeconds(8);

  private final DataSource database;
  private final ConnectionLimits limits;
  private final OutboxMetrics metrics;
  private final SetAside setAside;
  private final OutboxConfig config;
  private final OutboxSender sender;
  private final PollPause pause;
  private final ThreadLoop loop;

  OutboxRelay(
      DataSource database,
      ConnectionLimits limits,
      OutboxMetrics metrics,
      SetAside setAside,
      OutboxConfig config,
      LoopSupervisor loops,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.database = database;
    this.limits = limits;
    this.metrics = metrics;
    this.setAside = setAside;
    this.config = config;
    this.sender = new OutboxSender(bootstrapServers, application + "-outbox");
    this.pause = new PollPause(config.poll(), config.longestPoll());
    this.loop =
        loops
            .onThread("outbox-relay", this::passUntilDone)
            .gathering(config.gather())
            .atEnd(sender::close);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
    loop.awaitEnd(GOODBYE);
  }

  /** Something was committed to the outbox. */
  @Override
  public void run() {
    loop.wake();
  }

  private Duration passUntilDone() throws SQLException, InterruptedException {
    Pass pass = pass();
    boolean found = pass != Pass.NOTHING;
    while (pass == Pass.MORE && !loop.isStopped()) {
      loop.goesOn();
      pass = pass();
    }
    return pass == Pass.CONTENDED ? config.contention() : pause.after(found);
  }

  private Pass pass() throws SQLException, InterruptedException {
    try (Connection connection = database.getConnection()) {
      limits.limit(connection);
      connection.setAutoCommit(false);
      boolean committed = false;
      try {
        Sent sent = sendFrom(connection);
        connection.commit();
        committed = true;
        return settle(sent);
      } finally {
        if (!committed) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    }
  }

  private Sent sendFrom(Connection connection) throws SQLException, InterruptedException {
    List<Integer> buckets = OutboxTable.holdFreeBuckets(connection, limits.statementTimeout());
    boolean contended = buckets.size() < Outbox.BUCKETS;
    long bytes = config.batchBytes().asLongValue();
    List<UnsentRecord> unsent = OutboxTable.unsent(connection, buckets, config.batch(), bytes);
    if (unsent.isEmpty()) {
      return new Sent(new SendResult(), 0, contended ? Pass.CONTENDED : Pass.NOTHING);
    }
    Pass done = contended ? Pass.CONTENDED : Pass.DONE;
    Set<String> waiting = OutboxTable.setAsideAmong(connection, keysOf(unsent));
    Predicate<UnsentRecord> waits =
        record -> waiting.contains(record.key()) || waiting.contains(record.topic());
    SendResult result = sender.send(unsent.stream().filter(waits.negate()).toList());
    OutboxTable.delete(connection, idsOf(result.acknowledged().stream()));
    for (Map.Entry<String, String> refusal : result.refusals().entrySet()) {
      OutboxTable.setAside(connection, refusal.getKey(), refusal.getValue());
    }
    List<Long> aside = idsOf(unsent.stream().filter(waits.or(result::isRefused)));
    OutboxTable.moveAside(connection, aside);
    int left = unsent.size() - result.acknowledged().size() - aside.size();
    boolean more = left > 0 || OutboxTable.mayGoOn(unsent, config.batch(), bytes);
    return new Sent(result, left, more ? Pass.MORE : done);
  }

  private Pass settle(Sent sent) {
    SendResult result = sent.result();
    metrics.sent(result.acknowledged());
    result.refusals().forEach((key, reason) -> setAside.added(OutboxQueue.NAME, key, reason));
    if (!result.isUnanswered()) {
      return sent.next();
    }
    metrics.failed();
    LOG.warnf("broker did not acknowledge, unsent=%d", sent.left());
    throw new SendFailedException();
  }

  private static List<String> keysOf(List<UnsentRecord> records) {
    return records.stream()
        .flatMap(record -> Stream.of(record.key(), record.topic()))
        .distinct()
        .toList();
  }

  private static List<Long> idsOf(Stream<UnsentRecord> records) {
    return records.map(UnsentRecord::id).collect(Collectors.toList());
  }

  /**
   * @param left how many rows must be sent again
   */
  private record Sent(SendResult result, int left, Pass next) {}

  private enum Pass {
    NOTHING,
    DONE,
    MORE,
    CONTENDED
  }
}
