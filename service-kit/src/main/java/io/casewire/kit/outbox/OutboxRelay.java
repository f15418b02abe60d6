package io.casewire.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
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
class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private final DataSource database;
  private final OutboxSignal signal;
  private final OutboxMetrics metrics;
  private final OutboxConfig config;
  private final OutboxSender sender;
  private final Thread thread;
  private volatile boolean running = true;

  OutboxRelay(
      DataSource database,
      OutboxSignal signal,
      OutboxMetrics metrics,
      OutboxConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.database = database;
    this.signal = signal;
    this.metrics = metrics;
    this.config = config;
    this.sender = new OutboxSender(bootstrapServers, application + "-outbox");
    this.thread = Thread.ofPlatform().name("outbox-relay").unstarted(this::relay);
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    signal.run();
    thread.join(Duration.ofSeconds(8));
    sender.close();
  }

  private void relay() {
    while (running) {
      try {
        signal.await(passUntilDone(), config.gather());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Duration passUntilDone() throws InterruptedException {
    try {
      Pass pass = pass();
      while (pass == Pass.MORE && running) {
        pass = pass();
      }
      return switch (pass) {
        case FAILED -> config.backOff();
        case CONTENDED -> config.contention();
        case DONE, MORE -> config.poll();
      };
    } catch (SQLException e) {
      LOG.warnf("outbox can't be read, sqlState=%s", e.getSQLState());
      return config.backOff();
    }
  }

  private Pass pass() throws SQLException, InterruptedException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Pass pass = sendFrom(connection);
        connection.commit();
        return pass;
      } catch (SQLException | RuntimeException | InterruptedException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  private Pass sendFrom(Connection connection) throws SQLException, InterruptedException {
    List<Integer> buckets = OutboxTable.holdFreeBuckets(connection);
    boolean contended = buckets.size() < Outbox.BUCKETS;
    long bytes = config.batchBytes().asLongValue();
    List<UnsentRecord> unsent = OutboxTable.unsent(connection, buckets, config.batch(), bytes);
    if (unsent.isEmpty()) {
      return contended ? Pass.CONTENDED : Pass.DONE;
    }
    AcknowledgedPrefix acknowledged = sender.send(unsent);
    OutboxTable.delete(connection, acknowledged.ids());
    if (!acknowledged.complete()) {
      metrics.failed();
      LOG.warnf("broker did not acknowledge, unsent=%d", unsent.size() - acknowledged.ids().size());
      return Pass.FAILED;
    }
    metrics.sent(unsent);
    if (OutboxTable.mayGoOn(unsent, config.batch(), bytes)) {
      return Pass.MORE;
    }
    return contended ? Pass.CONTENDED : Pass.DONE;
  }

  private enum Pass {
    DONE,
    MORE,
    CONTENDED,
    FAILED
  }
}
