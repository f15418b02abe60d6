package io.casewire.kit.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes a bearer token that is a channel's key. Any other token is left to OIDC, so endpoints may
 * take both and tell them apart by role.
 */
@ApplicationScoped
class ChannelKeyMechanism implements HttpAuthenticationMechanism {

  private final ChannelKeys keys;

  ChannelKeyMechanism(ChannelKeys keys) {
    this.keys = keys;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return Uni.createFrom()
        .optional(
            BearerToken.of(authorization)
                .flatMap(keys::channelOf)
                .map(ChannelKeyMechanism::identity));
  }

  /** There is no challenge of its own: both mechanisms have the same scheme. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  /** Before OIDC, which would refuse what is not a JWT. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1000;
  }

  private static SecurityIdentity identity(Channel channel) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(channel.name()))
        .addRole(Channel.ROLE)
        .addAttribute(Channel.ATTRIBUTE, channel)
        .build();
  }
}
