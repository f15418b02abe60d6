package io.casewire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server. It can stop forwarding without closing anything, as a
 * network does that drops packets: neither end is told.
 */
public final class TcpProxy implements AutoCloseable {

  private final InetSocketAddress target;
  private final ServerSocket door;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;
  private volatile boolean swallowing;

  /** Leads to a server on this machine. */
  public TcpProxy(int port) {
    this(InetAddress.getLoopbackAddress().getHostAddress(), port);
  }

  /** Leads to a server. */
  public TcpProxy(String host, int port) {
    this.target = new InetSocketAddress(host, port);
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where clients connect to instead of the server. */
  public int port() {
    return door.getLocalPort();
  }

  /** Forwards nothing more on any open connection, for ever, and takes no new ones. */
  public void cut() {
    refusing = true;
    links.forEach(link -> link.dead = true);
  }

  /** Forwards nothing more on any open connection, for ever, and nothing on new ones either. */
  public void swallow() {
    swallowing = true;
    links.forEach(link -> link.dead = true);
  }

  /** Forwards what comes over new connections again. */
  public void mend() {
    refusing = false;
    swallowing = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (refusing) {
          client.close();
        } else {
          open(client);
        }
      } catch (IOException e) {
        // The door is closed, or the server takes no connection just now.
      }
    }
  }

  private void open(Socket client) throws IOException {
    Link link = new Link(client, new Socket(target.getAddress(), target.getPort()));
    link.dead = swallowing;
    links.add(link);
    Thread.ofVirtual().start(() -> link.forward(link.client, link.server));
    Thread.ofVirtual().start(() -> link.forward(link.server, link.client));
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Link link : links) {
      link.close();
    }
  }

  private static final class Link {

    private final Socket client;
    private final Socket server;
    private volatile boolean dead;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    /** What comes in from a dead link is read and thrown away, its end included. */
    void forward(Socket from, Socket to) {
      byte[] buffer = new byte[8192];
      try {
        for (int length; (length = from.getInputStream().read(buffer)) >= 0; ) {
          if (!dead) {
            to.getOutputStream().write(buffer, 0, length);
          }
        }
      } catch (IOException e) {
        // One end has gone; a link that forwards tells the other one.
      }
      if (!dead) {
        close();
      }
    }

    void close() {
      try {
        client.close();
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
