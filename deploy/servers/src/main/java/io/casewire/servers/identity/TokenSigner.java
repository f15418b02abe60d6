package io.casewire.servers.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes tokens. Its key is kept in a file, so that tokens stay valid over a restart. */
final class TokenSigner {

  static final Duration LIFETIME = Duration.ofHours(12);
  static final String AUDIENCE = "casewire";

  private final String issuer;
  private final RsaJsonWebKey key;
  private final Clock clock;

  /**
   * @param keyFile where the key is read; a key is made, readable by its owner only, when there is
   *     none
   */
  TokenSigner(String issuer, Path keyFile, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
    try {
      if (Files.notExists(keyFile)) {
        generate(keyFile);
      }
      this.key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(keyFile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException("Not a signing key: " + keyFile, e);
    }
  }

  /** The public half of the key as a JWK set (RFC 7517). */
  Map<String, Object> publicKeys() {
    return Map.of(
        JsonWebKeySet.JWK_SET_MEMBER_NAME,
        List.of(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
  }

  /**
   * A token for a member of the staff, signed with RS256.
   *
   * @param audience {@link #AUDIENCE} for the services, an application's client id in an ID token
   * @param more claims beside the usual ones
   */
  String token(Staff staff, String audience, Map<String, String> more) {
    var now = clock.instant();
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setSubject(staff.agentId());
    claims.setAudience(audience);
    claims.setStringListClaim("groups", List.of(staff.role()));
    claims.setStringClaim("name", staff.agentId());
    claims.setStringClaim("upn", staff.agentId());
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
    claims.setJwtId(UUID.randomUUID().toString());
    more.forEach(claims::setStringClaim);
    return signed(claims);
  }

  private String signed(JwtClaims claims) {
    var signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setHeader("typ", "JWT");
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void generate(Path file) throws IOException, JoseException {
    var key = RsaJwkGenerator.generateJwk(2048);
    key.setKeyId(UUID.randomUUID().toString());
    key.setUse("sig");
    key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    Files.createDirectories(file.toAbsolutePath().getParent());
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    var half = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(half);
    Files.createFile(half, PosixFilePermissions.asFileAttribute(ownerOnly));
    Files.writeString(half, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
