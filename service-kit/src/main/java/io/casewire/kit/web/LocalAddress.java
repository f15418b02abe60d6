package io.casewire.kit.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses within this service, to which a page may send a reader back. */
public final class LocalAddress {

  private static final URI START = URI.create("/");

  private LocalAddress() {}

  /**
   * The address, if it stays on this site, else the start page: a link must not send anybody
   * elsewhere.
   */
  public static URI of(@Nullable String wanted) {
    try {
      URI address = new URI(wanted == null ? "/" : wanted);
      boolean local =
          !address.isAbsolute()
              && address.getRawAuthority() == null
              && address.getRawPath().startsWith("/")
              && !address.getRawPath().startsWith("//");
      return local ? address : START;
    } catch (URISyntaxException e) {
      return START;
    }
  }
}
