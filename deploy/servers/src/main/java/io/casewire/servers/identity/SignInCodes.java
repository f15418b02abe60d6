package io.casewire.servers.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Codes between the sign-in page and the token endpoint: each works once and for one minute. */
final class SignInCodes {

  private static final Duration LIFETIME = Duration.ofMinutes(1);
  private static final int CAPACITY = 10_000;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final Map<String, SignIn> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SignIn> eldest) {
          return size() > CAPACITY;
        }
      };

  SignInCodes(Clock clock) {
    this.clock = clock;
  }

  /**
   * A sign-in that no application has redeemed yet.
   *
   * @param staff the member of the staff
   * @param request the application's request
   * @param until when the code stops working
   */
  record SignIn(Staff staff, SignInRequest request, Instant until) {}

  synchronized String issue(Staff staff, SignInRequest request) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var code = BASE64.encodeToString(bytes);
    open.put(code, new SignIn(staff, request, clock.instant().plus(LIFETIME)));
    return code;
  }

  /**
   * Takes a code back, for ever, also when the rest does not fit.
   *
   * @return the sign-in if all fits: the code, the application, its address, and the verifier of
   *     the challenge (RFC 7636, 4.6)
   */
  synchronized Optional<SignIn> redeem(
      String code, String clientId, String redirectUri, String verifier) {
    return Optional.ofNullable(open.remove(code))
        .filter(it -> clock.instant().isBefore(it.until()))
        .filter(it -> it.request().clientId().equals(clientId))
        .filter(it -> it.request().redirectUri().equals(redirectUri))
        .filter(it -> it.request().codeChallenge().equals(challengeOf(verifier)));
  }

  private static String challengeOf(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return BASE64.encodeToString(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
