package io.casewire.servers.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

/** Makes the tokens. */
final class TokenMint {

  static final String AUDIENCE = "casewire";
  static final Duration LIFETIME = Duration.ofHours(12);

  private final String issuer;
  private final SigningKey key;
  private final Clock clock;

  TokenMint(String issuer, SigningKey key, Clock clock) {
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
  }

  /** What opens the services' doors. */
  String accessToken(Staff staff) {
    return key.sign(claims(staff, AUDIENCE));
  }

  /** What tells the application {@code clientId} who signed in (OpenID Connect Core 1.0, 2). */
  String idToken(Staff staff, String clientId, @Nullable String nonce) {
    var claims = claims(staff, clientId);
    if (nonce != null) {
      claims.setStringClaim("nonce", nonce);
    }
    return key.sign(claims);
  }

  private JwtClaims claims(Staff staff, String audience) {
    var now = clock.instant();
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject(staff.agentId());
    claims.setAudience(audience);
    claims.setStringListClaim("groups", List.of(staff.role().wireName()));
    claims.setStringClaim("name", staff.agentId());
    claims.setStringClaim("upn", staff.agentId());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
    claims.setJwtId(UUID.randomUUID().toString());
    return claims;
  }
}
