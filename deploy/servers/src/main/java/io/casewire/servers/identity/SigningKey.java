package io.casewire.servers.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The issuer's key. It is kept in a file, so that tokens stay valid over a restart. */
final class SigningKey {

  private final RsaJsonWebKey key;

  private SigningKey(RsaJsonWebKey key) {
    this.key = key;
  }

  /** Reads the key from {@code file}; makes one, readable by its owner only, when there is none. */
  static SigningKey in(Path file) {
    try {
      if (Files.notExists(file)) {
        generate(file);
      }
      return new SigningKey((RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException("Not a signing key: " + file, e);
    }
  }

  /** The claims as a JWT, signed with RS256. */
  String sign(JwtClaims claims) {
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

  /** The public half as a JWK set (RFC 7517). */
  String publicKeys() {
    return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
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
