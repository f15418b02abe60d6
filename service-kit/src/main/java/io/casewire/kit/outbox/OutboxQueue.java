package io.casewire.kit.outbox;

import io.casewire.kit.loop.LoopSupervisor;
import io.casewire.kit.loop.ThreadLoop;
import io.casewire.kit.setaside.SetAside;
import io.casewire.kit.setaside.WorkQueue;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the broker refuses, as items on the list of operators: {@code topic/subject} for a record
 * that it does not take, {@code topic} for a whole topic. A topic is put back by itself when the
 * broker has it.
 */
@ApplicationScoped
class OutboxQueue implements WorkQueue {

  static final String NAME = "outbox";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Rows that one statement puts back, so that none takes long. */
  private static final int BATCH = 10_000;

  /** Waits for the relay's pass to end, and keeps it from the next one until the commit. */
  private static final String LOCK =
      """
      select cast(pg_advisory_xact_lock($1, bucket) as text)
      from unnest(cast($2 as integer[])) bucket order by bucket
      """;

  private static final String PUT_BACK =
      """
      with back as (
        delete from outbox_set_aside where id in (
          select id from outbox_set_aside
          where topic = $1 and (cast($2 as text) is null or subject = $2) order by id limit $3)
        returning id, bucket, topic, subject, headers, body, appended_at)
      insert into outbox (id, bucket, topic, subject, headers, body, appended_at)
        overriding system value
      select id, bucket, topic, subject, headers, body, appended_at from back
      """;

  private static final String TOPICS =
      "select key from set_aside where queue = $1 and position('/' in key) = 0 order by key limit 100";

  private final Transactions transactions;
  private final SetAside setAside;
  private final OutboxRelay relay;
  private final OutboxConfig config;
  private final BrokerTopics broker;
  private final ThreadLoop loop;

  OutboxQueue(
      Transactions transactions,
      SetAside setAside,
      OutboxRelay relay,
      OutboxConfig config,
      LoopSupervisor loops,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.transactions = transactions;
    this.setAside = setAside;
    this.relay = relay;
    this.config = config;
    this.broker = new BrokerTopics(bootstrapServers);
    this.loop = loops.onThread("outbox-topics", this::lookForTopics);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Puts the rows back in their order. */
  @Override
  public Uni<Void> retry(String key) {
    int slash = key.indexOf('/');
    String topic = slash < 0 ? key : key.substring(0, slash);
    String subject = slash < 0 ? null : key.substring(slash + 1);
    return transactions.write(
        unitOfWork -> {
          unitOfWork.afterCommit(relay);
          return lock(unitOfWork, subject)
              .chain(() -> putBack(unitOfWork, topic, subject))
              .chain(() -> setAside.remove(unitOfWork, NAME, key))
              .replaceWithVoid();
        });
  }

  private static Uni<Void> lock(UnitOfWork unitOfWork, @Nullable String subject) {
    IntStream buckets =
        subject == null
            ? IntStream.range(0, Outbox.BUCKETS)
            : IntStream.of(Outbox.bucketOf(subject));
    return unitOfWork
        .statement(LOCK)
        .bind(OutboxTable.LOCK_SPACE)
        .bind(buckets.boxed().toArray(Integer[]::new))
        .rows()
        .replaceWithVoid();
  }

  private static Uni<Void> putBack(UnitOfWork unitOfWork, String topic, @Nullable String subject) {
    return unitOfWork
        .statement(PUT_BACK)
        .bind(topic)
        .bind(subject)
        .bind(BATCH)
        .update()
        .chain(
            moved ->
                moved < BATCH ? Uni.createFrom().voidItem() : putBack(unitOfWork, topic, subject));
  }

  private Duration lookForTopics() throws InterruptedException, ExecutionException {
    List<String> topics =
        transactions
            .read(session -> PlainStatement.of(session, TOPICS).bind(NAME).column(String.class))
            .await()
            .atMost(PATIENCE);
    if (!topics.isEmpty()) {
      List<String> missing = broker.missing(topics);
      for (String topic : topics) {
        if (!missing.contains(topic)) {
          retry(topic).await().atMost(PATIENCE);
        }
      }
    }
    return config.lookForTopics();
  }
}
