package io.casewire.kit.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start a service with pages for staff that has no secret for their sessions: it would
 * make up one, and no replica could read what another one wrote.
 */
@ApplicationScoped
class SessionCheck {

  static final String SECRET = "casewire.session.secret";
  private static final int SHORTEST = 32;

  private final String applicationType;
  private final Optional<String> secret;

  SessionCheck(
      @ConfigProperty(name = "quarkus.oidc.application-type", defaultValue = "service")
          String applicationType,
      @ConfigProperty(name = SECRET) Optional<String> secret) {
    this.applicationType = applicationType;
    this.secret = secret;
  }

  void check(@Observes StartupEvent event) {
    check(applicationType, secret);
  }

  static void check(String applicationType, Optional<String> secret) {
    boolean needed = !applicationType.equals("service");
    if (needed && secret.filter(text -> text.length() >= SHORTEST).isEmpty()) {
      throw new IllegalStateException(
          "%s must be set to %d or more characters".formatted(SECRET, SHORTEST));
    }
  }
}
