package io.casewire.kit.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a token's identity the roles that its highest one includes, and takes away every other
 * group: an issuer's group that happens to be named like one of our own roles must not become it.
 */
@ApplicationScoped
class StaffRoles implements SecurityIdentityAugmentor {

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom().item(identity.isAnonymous() ? identity : withStaffRoles(identity));
  }

  private static SecurityIdentity withStaffRoles(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .addRoles(staffRoles(identity.getRoles()))
        .build();
  }

  private static Set<String> staffRoles(Set<String> groups) {
    return Role.highestOf(groups).stream()
        .flatMap(role -> role.included().stream())
        .map(Role::wireName)
        .collect(Collectors.toSet());
  }
}
