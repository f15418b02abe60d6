package io.casewire.kit.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start with the issuer of the local stack, which gives a token to anybody, outside of a
 * local stack.
 */
@ApplicationScoped
class IssuerCheck {

  private static final Set<String> LOCAL_PROFILES = Set.of("local", "test", "dev");

  private final URI issuer;
  private final boolean declaredLocal;

  IssuerCheck(
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer,
      @ConfigProperty(name = "casewire.identity.local-issuer", defaultValue = "false")
          boolean declaredLocal) {
    this.issuer = issuer;
    this.declaredLocal = declaredLocal;
  }

  void check(@Observes StartupEvent event) {
    check(issuer, declaredLocal, ConfigUtils.getProfiles());
  }

  static void check(URI issuer, boolean declaredLocal, List<String> profiles) {
    if ((declaredLocal || isLoopback(issuer))
        && profiles.stream().noneMatch(LOCAL_PROFILES::contains)) {
      throw new IllegalStateException(
          "quarkus.oidc.auth-server-url is a local issuer, which only the profiles "
              + LOCAL_PROFILES
              + " may use");
    }
  }

  private static boolean isLoopback(URI issuer) {
    if (issuer.getHost() == null) {
      throw new IllegalStateException("quarkus.oidc.auth-server-url is not an absolute URL");
    }
    String host = issuer.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      return address.isLoopbackAddress() || address.isAnyLocalAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
