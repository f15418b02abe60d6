package io.casewire.kit.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a client is counted by every limit: its IPv4 address, or the first half of
 * its IPv6 address. A host usually has all 2<sup>64</sup> addresses of the other half to itself.
 */
public final class ClientAddress {

  private static final String UNKNOWN = "unknown";
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /** The client that sent a request. */
  public static String of(HttpServerRequest request) {
    // The one place to decide which proxies are believed about the address of their client.
    SocketAddress address = request.remoteAddress();
    if (address == null) {
      return UNKNOWN;
    }
    return of(address.hostAddress() == null ? address.host() : address.hostAddress());
  }

  /** The same for an address without port; text that is no address stands for itself. */
  static String of(@Nullable String literal) {
    if (literal == null) {
      return UNKNOWN;
    }
    try {
      InetAddress address = InetAddress.ofLiteral(withoutZone(literal));
      return address instanceof Inet6Address v6 ? network(v6) : address.getHostAddress();
    } catch (IllegalArgumentException e) {
      return literal.toLowerCase(Locale.ROOT);
    }
  }

  private static String withoutZone(String literal) {
    int zone = literal.indexOf('%');
    return zone < 0 ? literal : literal.substring(0, zone);
  }

  private static String network(Inet6Address address) {
    byte[] network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    return HexFormat.of().formatHex(network) + "/64";
  }
}
