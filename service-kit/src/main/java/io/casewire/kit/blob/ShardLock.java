package io.casewire.kit.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An exclusive lock of one directory of contents over all threads and replicas: a file lock, which
 * ends with its process, inside a lock of this process, since a process can't lock a file twice.
 */
final class ShardLock implements AutoCloseable {

  private static final String FILE = ".lock";

  /** One for each directory, of which there are 256. */
  private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private final ReentrantLock inProcess;
  private final FileChannel file;

  private ShardLock(ReentrantLock inProcess, FileChannel file) {
    this.inProcess = inProcess;
    this.file = file;
  }

  /** Waits for the lock; its holders only touch, move or delete a file. */
  static ShardLock of(Path directory) throws IOException {
    ReentrantLock inProcess =
        IN_PROCESS.computeIfAbsent(
            directory.toAbsolutePath().normalize(), path -> new ReentrantLock());
    inProcess.lock();
    try {
      FileChannel file =
          FileChannel.open(
              directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        file.lock();
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
      return new ShardLock(inProcess, file);
    } catch (IOException | RuntimeException e) {
      inProcess.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } finally {
      inProcess.unlock();
    }
  }
}
