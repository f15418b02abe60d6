package io.casewire.intake.access;

import io.casewire.events.signed.CaseLink;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.LinkHolder;
import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.conversation.Viewer;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks the links that open one case to one customer, and keeps a link in the customer's
 * browser: in addresses it would get into histories, logs and other sites' referrers.
 *
 * <p>Guarantees: a browser sends the cookie to the pages of its one case only, so that one browser
 * may hold links to many cases; scripts can't read it; other sites can make the browser use it for
 * opening a page and for nothing else.
 */
@ApplicationScoped
public class CustomerLinks {

  /** The name of the cookie; its path names the case. */
  public static final String COOKIE = "casewire-case";

  private final CaseLink links;
  private final Config config;
  private final Clock clock;

  CustomerLinks(Config config, Clock clock) {
    this.links = new CaseLink(KeyRing.parse(config.keys()));
    this.config = config;
    this.clock = clock;
  }

  /** How customers find their case. */
  @ConfigMapping(prefix = "casewire.link")
  interface Config {

    /**
     * The keys that sign customers' links, {@code kid:base64} with commas between, the current one
     * first. Shared with notification, which puts links into mails. A secret, so there is no
     * default.
     */
    String keys();

    /** Where customers reach this service, for links in answers and mails. */
    URI publicAddress();

    /** How long a browser remembers a link that was opened in it. */
    @WithDefault("P7D")
    Duration browserLifetime();
  }

  /** The link for the sender of the form; always the same one for one case. */
  public String formLink(OpenedCase opened) {
    return link(formToken(opened));
  }

  /** The token in {@link #formLink}. */
  public String formToken(OpenedCase opened) {
    return links.issue(
        opened.caseId(), new LinkHolder.Form(), opened.linkGeneration(), opened.openedAt());
  }

  /** The link with this token. */
  String link(String token) {
    return config.publicAddress().resolve("/cases/" + token).toString();
  }

  /** The customer who holds this token; empty if it is not one of ours or has expired. */
  Optional<Viewer.Customer> viewerOf(String token) {
    return links.verify(token, clock.instant()).map(CustomerLinks::viewer);
  }

  private static Viewer.Customer viewer(CaseLink.Claims claims) {
    return switch (claims.holder()) {
      case LinkHolder.Form form -> new Viewer.FormHolder(claims.caseId(), claims.generation());
      case LinkHolder.Mailbox mailbox ->
          new Viewer.MailboxHolder(claims.caseId(), claims.generation());
    };
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
  public NewCookie cookie(UUID caseId, String token) {
    return new NewCookie.Builder(COOKIE)
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
    return Optional.ofNullable(cookie).flatMap(this::viewerOf);
  }
}
