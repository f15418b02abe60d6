package io.casewire.kit.signal;

import static io.casewire.testkit.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.database.ShortLimits;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.TcpProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class SignalsTest {

  @Inject Signals signals;
  @Inject Transactions transactions;
  @Inject Vertx vertx;

  @ConfigProperty(name = "quarkus.datasource.reactive.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Test
  void a_signal_arrives_when_its_transaction_commits_and_never_otherwise() {
    // Given
    List<String> heard = new CopyOnWriteArrayList<>();
    AtomicInteger connected = new AtomicInteger();
    signals.listen("signals_test", heard::add, connected::incrementAndGet);
    eventually(() -> assertTrue(connected.get() > 0));

    // When
    transactions
        .write(
            unitOfWork ->
                signals
                    .send(unitOfWork, "signals_test", "rolled back")
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
    transactions
        .write(unitOfWork -> signals.send(unitOfWork, "signals_test", "committed"))
        .await()
        .indefinitely();

    // Then
    eventually(() -> assertEquals(List.of("committed"), heard));
  }

  @Test
  void a_listener_whose_database_has_vanished_listens_on_a_new_connection() throws IOException {
    // Given
    PgConnectOptions there = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""));
    try (TcpProxy network = new TcpProxy(there.getHost(), there.getPort())) {
      String through =
          "postgresql://127.0.0.1:%d/%s".formatted(network.port(), there.getDatabase());
      Signals listener = new Signals(vertx, ShortLimits.create(), through, user, password);
      List<String> heard = new CopyOnWriteArrayList<>();
      AtomicInteger connected = new AtomicInteger();
      listener.listen("signals_vanish", heard::add, connected::incrementAndGet);
      eventually(() -> assertEquals(1, connected.get()));

      // When
      network.swallow();
      network.mend();

      // Then
      eventually(() -> assertEquals(2, connected.get()));
      transactions
          .write(unitOfWork -> signals.send(unitOfWork, "signals_vanish", "after"))
          .await()
          .indefinitely();
      eventually(() -> assertEquals(List.of("after"), heard));
      listener.stop(new ShutdownEvent());
    }
  }
}
