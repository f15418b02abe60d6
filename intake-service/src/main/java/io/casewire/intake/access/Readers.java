package io.casewire.intake.access;

import io.casewire.intake.conversation.Reader;
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

/** Tells customers from staff by what they show. */
@ApplicationScoped
public class Readers {

  private final CustomerLinks links;
  private final CurrentIdentityAssociation identities;

  Readers(CustomerLinks links, CurrentIdentityAssociation identities) {
    this.links = links;
    this.identities = identities;
  }

  /**
   * Who calls, by his Authorization header.
   *
   * @return fails with a {@link Problem} 401 if it shows nothing valid
   */
  public Uni<Reader> of(@Nullable String authorization) {
    Optional<String> token = BearerToken.of(authorization);
    if (token.isEmpty()) {
      return Uni.createFrom().failure(Problem.unauthenticated());
    }
    return token
        .flatMap(links::readerOf)
        .map(customer -> Uni.createFrom().item(customer))
        .orElseGet(() -> identities.getDeferredIdentity().map(Readers::staff));
  }

  private static Reader staff(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      throw Problem.unauthenticated();
    }
    Caller caller = Caller.of(identity);
    return new Reader.Staff(caller.agentId(), caller.isAtLeast(Role.SUPERVISOR));
  }
}
