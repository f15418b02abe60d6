package io.casewire.kit.blob;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Keeps contents as encrypted files in a directory. */
@ApplicationScoped
class DirectoryBlobStore implements BlobStore {

  private final Vertx vertx;
  private final Clock clock;
  private final BlobFiles files;
  private final BlobCipher cipher;

  DirectoryBlobStore(BlobConfig config, Vertx vertx, Clock clock) throws IOException {
    this.vertx = vertx;
    this.clock = clock;
    this.files = new BlobFiles(required(config.directory(), "directory"));
    this.cipher = BlobCipher.withKey(required(config.key(), "key"));
  }

  @Override
  public Uni<String> put(byte[] content) {
    return onWorker(
        () -> {
          Digest digest = Digest.of(content);
          Instant now = clock.instant();
          if (!files.touch(digest, now)) {
            files.write(digest, cipher.seal(digest, content), now);
          }
          return digest.text();
        });
  }

  @Override
  public Uni<byte[]> get(String digest) {
    return onWorker(
        () -> {
          Digest wanted = Digest.parse(digest);
          byte[] sealed = files.read(wanted).orElseThrow(() -> new BlobNotFoundException(wanted));
          return cipher.open(wanted, sealed);
        });
  }

  @Override
  public Uni<List<String>> putBefore(Shard shard, Instant instant) {
    return onWorker(() -> files.putBefore(shard, instant).stream().map(Digest::text).toList());
  }

  @Override
  public Uni<Boolean> removeIfPutBefore(String digest, Instant instant) {
    return onWorker(() -> files.removeIfPutBefore(Digest.parse(digest), instant));
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  private static <T> T required(Optional<T> setting, String name) {
    return setting.orElseThrow(
        () -> new IllegalStateException("casewire.blob." + name + " is not configured"));
  }
}
