package io.casewire.intake.access;

import io.casewire.intake.conversation.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a customer's link in his browser instead of in addresses, where it would get into
 * histories, logs and other sites' referrers.
 *
 * <p>Guarantees: a browser sends the cookie to the pages of its one case only, so that one browser
 * may hold links to many cases; scripts can't read it; other sites can't make the browser use it
 * for anything but opening a page.
 */
@ApplicationScoped
public class CaseCookies {

  /** The name of the cookie; its path names the case. */
  public static final String NAME = "casewire-case";

  private final CustomerLinks links;
  private final LinkConfig config;

  CaseCookies(CustomerLinks links, LinkConfig config) {
    this.links = links;
    this.config = config;
  }

  /** The page of a case; every address below it begins with this one. */
  public static URI address(UUID caseId) {
    return URI.create(CasePage.PATH + caseId);
  }

  /** The page that tells the sender of a request that it has arrived. */
  public static URI confirmationAddress(UUID caseId) {
    return URI.create(address(caseId) + CasePage.SENT);
  }

  /** The page of a case that has ended, after a message on it has opened another one. */
  public static URI continuedAddress(UUID caseId, String newNumber) {
    return UriBuilder.fromUri(address(caseId)).queryParam(CasePage.CONTINUED, newNumber).build();
  }

  /** The page of a case, after its customer has rated it. */
  public static URI ratedAddress(UUID caseId) {
    return UriBuilder.fromUri(address(caseId)).queryParam(CasePage.RATED, true).build();
  }

  /** The cookie for the holder of this token. */
  public NewCookie issue(UUID caseId, String token) {
    return new NewCookie.Builder(NAME)
        .value(token)
        .path(address(caseId).getPath())
        .maxAge(Math.toIntExact(config.browserLifetime().toSeconds()))
        .httpOnly(true)
        .secure("https".equals(config.publicAddress().getScheme()))
        // Not strict: the browser comes here by a link in a mail, which another site may show.
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** The customer who holds the token in a cookie; empty without a valid one. */
  public Optional<Viewer.Customer> viewer(@Nullable String cookie) {
    return Optional.ofNullable(cookie).flatMap(links::viewerOf);
  }
}
