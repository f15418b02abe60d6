package io.casewire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Only one launcher at a time changes the stack of a checkout. */
final class StackLock {

  private StackLock() {}

  /** Does {@code work} when no other launcher is at work; waits for its end first. */
  static void whileHeld(StackHome home, Runnable work) {
    var file = home.runDirectory().resolve("lock");
    try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid()) {
        work.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
