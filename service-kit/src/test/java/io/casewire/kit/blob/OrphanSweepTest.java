package io.casewire.kit.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.kit.id.Ids;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class OrphanSweepTest {

  private static final String DUE_NOW = "update blob_sweep set due_at = statement_timestamp()";

  @Inject OrphanSweep sweep;
  @Inject BlobStore blobs;
  @Inject NamedContents named;
  @Inject Transactions transactions;

  @ConfigProperty(name = "casewire.blob.directory")
  Path directory;

  @Test
  void what_nobody_names_for_a_day_is_removed_and_nothing_else() throws IOException {
    // Given
    byte[] content = Ids.next().toString().getBytes(StandardCharsets.UTF_8);
    String orphan = age(get(blobs.put(Ids.next().toString().getBytes(StandardCharsets.UTF_8))));
    String used = age(get(blobs.put(content)));
    String young = get(blobs.put(Ids.next().toString().getBytes(StandardCharsets.UTF_8)));
    named.add(used);

    // When
    sweepAll();

    // Then
    assertThrows(BlobNotFoundException.class, () -> get(blobs.get(orphan)));
    assertArrayEquals(content, get(blobs.get(used)));
    get(blobs.get(young));
  }

  @Test
  void a_content_that_is_put_again_is_no_orphan_yet() throws IOException {
    // Given
    byte[] content = Ids.next().toString().getBytes(StandardCharsets.UTF_8);
    String digest = age(get(blobs.put(content)));
    get(blobs.put(content));

    // When
    sweepAll();

    // Then
    assertArrayEquals(content, get(blobs.get(digest)));
  }

  @Test
  void each_shard_is_given_to_one_replica_once_in_a_round() {
    // Given
    makeDue();
    Duration pause = Duration.ofMillis(1);
    List<Shard> claimed = new ArrayList<>();

    // When
    while (claimed.size() < Shard.COUNT) {
      claim(pause).ifPresent(claimed::add);
    }
    claimed.sort(Comparator.comparingInt(Shard::number));

    // Then
    assertEquals(IntStream.range(0, Shard.COUNT).mapToObj(Shard::new).toList(), claimed);
  }

  @Test
  void a_shard_waits_for_its_time_whichever_replica_asks() {
    // Given: the one before was claimed just now
    makeDue();
    assertTrue(claim(Duration.ofHours(1)).isPresent());

    // When
    Optional<Shard> next = claim(Duration.ofHours(1));

    // Then
    assertEquals(Optional.empty(), next);
  }

  private void makeDue() {
    get(transactions.write(work -> PlainStatement.of(work.session(), DUE_NOW).update()));
  }

  private Optional<Shard> claim(Duration pause) {
    return get(transactions.write(work -> OrphanSweep.claim(work, pause)));
  }

  private void sweepAll() {
    IntStream.range(0, Shard.COUNT).forEach(number -> get(sweep.sweep(new Shard(number))));
  }

  private String age(String digest) throws IOException {
    String hex = Digest.parse(digest).hex();
    Files.setLastModifiedTime(
        directory.resolve(hex.substring(0, 2)).resolve(hex),
        FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    return digest;
  }

  private static <T> T get(Uni<T> result) {
    return result.await().atMost(Duration.ofSeconds(20));
  }
}
