package io.casewire.intake.access;

import io.casewire.intake.conversation.Viewer;
import io.casewire.kit.identity.BearerToken;
import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.problem.Problem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the viewer of a request: a customer by a link, or a member of staff by a login. */
@ApplicationScoped
public class Viewers {

  private final CustomerLinks links;
  private final CurrentIdentityAssociation identities;

  Viewers(CustomerLinks links, CurrentIdentityAssociation identities) {
    this.links = links;
    this.identities = identities;
  }

  /**
   * The caller, by the Authorization header.
   *
   * @return fails with a {@link Problem} 401 if it shows nothing valid
   */
  public Uni<Viewer> of(@Nullable String authorization) {
    Optional<String> token = BearerToken.of(authorization);
    if (token.isEmpty()) {
      return Uni.createFrom().failure(Problem.unauthenticated());
    }
    return token
        .flatMap(links::viewerOf)
        .map(customer -> Uni.createFrom().<Viewer>item(customer))
        .orElseGet(() -> identities.getDeferredIdentity().map(Viewers::staff));
  }

  private static Viewer staff(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      throw Problem.unauthenticated();
    }
    Caller caller = Caller.of(identity);
    return new Viewer.Staff(caller.agentId(), caller.isAtLeast(Role.SUPERVISOR));
  }
}
