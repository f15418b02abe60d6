package io.casewire.intake.access;

import io.casewire.events.signed.CaseLink;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.LinkHolder;
import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.conversation.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Makes and checks the links that open one case to one customer. */
@ApplicationScoped
public class CustomerLinks {

  private final CaseLink links;
  private final URI publicAddress;
  private final Clock clock;

  CustomerLinks(LinkConfig config, Clock clock) {
    this.links = new CaseLink(KeyRing.parse(config.keys()));
    this.publicAddress = config.publicAddress();
    this.clock = clock;
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
    return publicAddress.resolve("/cases/" + token).toString();
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
}
