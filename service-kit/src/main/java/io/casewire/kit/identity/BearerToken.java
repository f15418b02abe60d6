package io.casewire.kit.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token in an {@code Authorization} header. */
public final class BearerToken {

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** The token, if the header's scheme is Bearer in any case (RFC 9110, section 11.1). */
  public static Optional<String> of(@Nullable String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(authorization.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
