package io.casewire.kit.signal;

import io.casewire.kit.database.ConnectionLimits;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * PostgreSQL's LISTEN and NOTIFY: a signal sent in a transaction reaches every listening replica
 * when the transaction commits, and nobody when it does not.
 *
 * <p>A signal is a hint to look into a table and no message: one that is sent while a listener is
 * cut off is lost, so listeners also look from time to time and after each reconnection.
 */
@ApplicationScoped
public class Signals {

  private static final long RECONNECT_MILLIS = 500;

  private final Vertx vertx;
  private final PgSubscriber subscriber;
  private final ConnectionLimits limits;
  private final List<Runnable> subscriptions = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;
  private volatile long asking;

  Signals(
      Vertx vertx,
      ConnectionLimits limits,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
            .setUser(user)
            .setPassword(password);
    this.vertx = vertx;
    this.limits = limits;
    this.subscriber =
        PgSubscriber.subscriber(vertx, limits.limitListening(options))
            .reconnectPolicy(attempt -> RECONNECT_MILLIS);
  }

  /** Sends a signal when the transaction commits. */
  public Uni<Void> send(UnitOfWork unitOfWork, String channel, String payload) {
    return unitOfWork
        .statement("select cast(pg_notify($1, $2) as text)")
        .bind(channel)
        .bind(payload)
        .column(String.class)
        .replaceWithVoid();
  }

  /**
   * Listens from now on, through lost connections.
   *
   * @param onReconnect called whenever the connection stands again, the first time included
   */
  public void listen(String channel, Consumer<String> onSignal, Runnable onReconnect) {
    Runnable subscription =
        () ->
            subscriber
                .channel(channel)
                .subscribeHandler(
                    ignored -> {
                      limits.closeWhenSilent(subscriber.actualConnection());
                      onReconnect.run();
                    })
                .handler(onSignal::accept);
    subscriptions.add(subscription);
    subscription.run();
    connect();
    askNowAndThen();
  }

  /** A connection on which nothing is said is given up, and a database may have nothing to say. */
  private synchronized void askNowAndThen() {
    if (asking == 0) {
      asking = vertx.setPeriodic(limits.askEvery().toMillis(), timer -> ask());
    }
  }

  private void ask() {
    PgConnection connection = subscriber.actualConnection();
    if (connection != null) {
      connection.query("select 1").execute();
    }
  }

  /** Does nothing if it is connected already. */
  private void connect() {
    subscriber
        .connect()
        .onFailure(ignored -> vertx.setTimer(RECONNECT_MILLIS, timer -> connectAnew()));
  }

  /** The subscriber renews a connection that it had, but gives up where it never had one. */
  private void connectAnew() {
    if (!stopped) {
      subscriber.close();
      subscriptions.forEach(Runnable::run);
      connect();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    vertx.cancelTimer(asking);
    subscriber.close();
  }
}
