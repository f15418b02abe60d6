package io.casewire.kit.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.casewire.kit.id.Ids;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class OrphanSweepTest {

  @Inject OrphanSweep sweep;
  @Inject BlobStore blobs;
  @Inject NamedContents named;

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
    get(sweep.pass());

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
    get(sweep.pass());

    // Then
    assertArrayEquals(content, get(blobs.get(digest)));
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
