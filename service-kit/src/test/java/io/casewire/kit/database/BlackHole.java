package io.casewire.kit.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a client and a server. From one moment on it swallows what either says and closes
 * nothing, like a network whose packets are dropped; connections that were open then stay so for
 * ever, new ones work again when the hole is closed.
 */
public final class BlackHole implements AutoCloseable {

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final List<Way> ways = new CopyOnWriteArrayList<>();
  private volatile boolean open;

  /** Leads to a server. */
  public BlackHole(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** From now on nothing gets through. */
  public void open() {
    open = true;
    ways.forEach(way -> way.swallowed = true);
  }

  /** New connections get through. */
  public void shut() {
    open = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Way way = new Way(door.accept(), new Socket(host, port));
        way.swallowed = open;
        ways.add(way);
        Thread.ofVirtual().start(() -> way.pump(way.client, way.server));
        Thread.ofVirtual().start(() -> way.pump(way.server, way.client));
      } catch (IOException e) {
        // The door is closed, or the server does not answer: the client sees it by itself.
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Way way : ways) {
      way.client.close();
      way.server.close();
    }
  }

  private static final class Way {

    private final Socket client;
    private final Socket server;
    private volatile boolean swallowed;

    Way(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    private void pump(Socket from, Socket to) {
      byte[] buffer = new byte[8192];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!swallowed) {
            out.write(buffer, 0, read);
          }
        }
        if (!swallowed) {
          to.close();
        }
      } catch (IOException e) {
        // One side has closed the connection, and the other one is not told, as without a network.
      }
    }
  }
}
