package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Letter;
import io.casewire.acceptance.client.Post;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few threads that hand mails to the mail server, each over a connection that it keeps. */
final class Couriers implements AutoCloseable {

  private static final int THREADS = 4;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("courier-", 1).factory());
  private final ThreadLocal<Post.Line> line;

  Couriers(Post post) {
    this.line = ThreadLocal.withInitial(post::newLine);
  }

  /** Completes when the mail server has taken the mail. */
  CompletableFuture<Void> carry(Letter letter) {
    return CompletableFuture.runAsync(() -> line.get().send(letter), threads);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
