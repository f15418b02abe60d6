package io.casewire.kit.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.testkit.SettableClock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryBlobStoreTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final byte[] CONTENT = "my secret invoice".getBytes(StandardCharsets.UTF_8);
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  @TempDir Path directory;

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newFixedThreadPool(3);
  private final SettableClock clock = new SettableClock(NOON);
  private DirectoryBlobStore store;

  private record Config(Optional<Path> directory, Optional<String> key) implements BlobConfig {}

  @BeforeEach
  void open() throws IOException {
    store = storeWith(KEY);
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    get(vertx.close());
  }

  @Test
  void what_was_put_is_read_back_under_the_digest_of_its_content() {
    String digest = get(store.put(CONTENT));

    assertTrue(digest.matches("sha-256:[0-9a-f]{64}"));
    assertArrayEquals(CONTENT, get(store.get(digest)));
  }

  @Test
  void the_empty_content_is_a_content() {
    assertArrayEquals(new byte[0], get(store.get(get(store.put(new byte[0])))));
  }

  @Test
  void nothing_readable_is_on_the_disk() throws IOException {
    get(store.put(CONTENT));

    Path file = onlyFile();
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("secret"));
  }

  @Test
  void the_same_content_is_kept_once() throws IOException {
    assertEquals(get(store.put(CONTENT)), get(store.put(CONTENT)));

    assertEquals(1, files().size());
  }

  @Test
  void a_changed_file_is_not_believed() throws IOException {
    String digest = get(store.put(CONTENT));
    byte[] sealed = Files.readAllBytes(onlyFile());
    sealed[sealed.length - 1] ^= 1;
    Files.write(onlyFile(), sealed);

    assertThrows(IllegalStateException.class, () -> get(store.get(digest)));
  }

  @Test
  void a_file_in_the_place_of_another_is_not_believed() throws IOException {
    get(store.put(CONTENT));
    Path first = onlyFile();
    String second = get(store.put(new byte[] {1}));
    Path file = directory.resolve(second.substring(8, 10)).resolve(second.substring(8));
    Files.copy(first, file, StandardCopyOption.REPLACE_EXISTING);

    assertThrows(IllegalStateException.class, () -> get(store.get(second)));
  }

  @Test
  void without_the_key_nothing_can_be_read() throws IOException {
    String digest = get(store.put(CONTENT));
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);

    DirectoryBlobStore stranger = storeWith(Base64.getEncoder().encodeToString(other));

    assertThrows(IllegalStateException.class, () -> get(stranger.get(digest)));
  }

  @Test
  void a_key_of_the_wrong_length_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> storeWith(Base64.getEncoder().encodeToString(new byte[16])));
  }

  @Test
  void an_unknown_digest_is_not_found_and_a_path_is_no_digest() {
    String unknown = Digest.of(CONTENT).text();

    assertThrows(BlobNotFoundException.class, () -> get(store.get(unknown)));
    assertThrows(IllegalArgumentException.class, () -> get(store.get("sha-256:../../etc/passwd")));
  }

  @Test
  void a_sweep_finds_and_removes_what_is_old() {
    // Given
    String old = get(store.put(CONTENT));
    clock.advance(Duration.ofDays(1));
    String young = get(store.put(new byte[] {1}));

    // When
    Instant limit = NOON.plus(Duration.ofHours(1));
    List<String> found = putBefore(limit);

    // Then
    assertEquals(List.of(old), found);
    assertTrue(get(store.removeIfPutBefore(old, limit)));
    assertFalse(get(store.removeIfPutBefore(old, limit)));
    assertFalse(get(store.removeIfPutBefore(young, limit)));
    assertArrayEquals(new byte[] {1}, get(store.get(young)));
  }

  @Test
  void a_sweep_of_a_shard_finds_the_contents_of_this_shard_alone() {
    // Given
    List<String> all =
        IntStream.range(0, 9).mapToObj(n -> get(store.put(new byte[] {(byte) n}))).toList();
    Shard shard = shardOf(all.getFirst());

    // When
    List<String> found = get(store.putBefore(shard, NOON.plusSeconds(1)));

    // Then
    assertEquals(all.stream().filter(digest -> shardOf(digest).equals(shard)).toList(), found);
  }

  @Test
  void what_is_put_again_is_young_again() {
    // Given
    String digest = get(store.put(CONTENT));
    Instant limit = NOON.plus(Duration.ofHours(1));
    assertEquals(List.of(digest), putBefore(limit));

    // When
    clock.advance(Duration.ofDays(1));
    get(store.put(CONTENT));

    // Then
    assertFalse(get(store.removeIfPutBefore(digest, limit)));
    assertArrayEquals(CONTENT, get(store.get(digest)));
  }

  @Test
  void a_sweep_tidies_up_after_crashes() throws IOException {
    // Given: a removal and a write that did not end
    String digest = get(store.put(CONTENT));
    Path file = onlyFile();
    Files.move(file, file.resolveSibling(file.getFileName() + ".taken"));
    Path unfinished = file.resolveSibling("4711.unfinished");
    Files.write(unfinished, new byte[5]);
    Files.setLastModifiedTime(unfinished, FileTime.from(NOON));

    // When
    putBefore(NOON.plusSeconds(1));

    // Then
    assertEquals(List.of(file), files());
    assertArrayEquals(CONTENT, get(store.get(digest)));
  }

  @Test
  void a_content_that_is_put_while_one_sweep_removes_it_is_not_removed_by_another()
      throws IOException {
    // Given: a sweep, of an earlier version, is about to remove the content
    String digest = get(store.put(CONTENT));
    Path file = onlyFile();
    Files.move(file, file.resolveSibling(file.getFileName() + ".taken"));

    // When
    clock.advance(Duration.ofDays(2));
    get(store.put(CONTENT));
    Instant limit = NOON.plus(Duration.ofDays(1));
    List<String> found = putBefore(limit);
    boolean removed = get(store.removeIfPutBefore(digest, limit));

    // Then
    assertEquals(List.of(), found);
    assertFalse(removed);
    assertArrayEquals(CONTENT, get(store.get(digest)));
  }

  @Test
  void whatever_two_sweeps_and_a_request_do_at_once_the_content_of_the_request_stays()
      throws Exception {
    Instant limit = NOON.plus(Duration.ofDays(1));
    DirectoryBlobStore other = storeWith(KEY, new SettableClock(limit));
    for (int round = 0; round < 300; round++) {
      // Given
      byte[] content = {(byte) (round % 3)};
      String digest = get(store.put(content));
      Callable<Object> sweep =
          () -> {
            get(store.putBefore(shardOf(digest), limit));
            return get(store.removeIfPutBefore(digest, limit));
          };

      // When
      List<Future<Object>> ends =
          threads.invokeAll(List.of(sweep, () -> get(other.put(content)), sweep));
      for (Future<Object> end : ends) {
        end.get();
      }

      // Then
      assertArrayEquals(content, get(store.get(digest)));
      assertFalse(get(store.removeIfPutBefore(digest, limit)));
    }
  }

  private DirectoryBlobStore storeWith(String key) throws IOException {
    return storeWith(key, clock);
  }

  private DirectoryBlobStore storeWith(String key, SettableClock time) throws IOException {
    return new DirectoryBlobStore(
        new Config(Optional.of(directory), Optional.of(key)), vertx, time);
  }

  private List<String> putBefore(Instant limit) {
    return IntStream.range(0, Shard.COUNT)
        .mapToObj(Shard::new)
        .flatMap(shard -> get(store.putBefore(shard, limit)).stream())
        .toList();
  }

  private static Shard shardOf(String digest) {
    return new Shard(Integer.parseInt(Digest.parse(digest).hex().substring(0, 2), 16));
  }

  private Path onlyFile() throws IOException {
    assertEquals(1, files().size());
    return files().getFirst();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).filter(file -> !file.endsWith(".lock")).toList();
    }
  }

  private static <T> T get(Uni<T> result) {
    return result.await().atMost(Duration.ofSeconds(10));
  }
}
