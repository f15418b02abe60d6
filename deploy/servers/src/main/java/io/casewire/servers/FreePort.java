package io.casewire.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Asks the operating system for a port that nobody listens on. */
public final class FreePort {

  private FreePort() {}

  /**
   * A port of the loopback interface that was free a moment ago. Another process may take it before
   * the caller does; the caller's own bind then fails and says so.
   */
  public static int next() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port on the loopback interface", e);
    }
  }
}
