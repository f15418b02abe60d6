package io.casewire.intake.access;

import io.casewire.events.signed.CaseLink;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.LinkHolder;
import io.casewire.intake.conversation.OpenedCase;
import io.casewire.intake.conversation.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

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

  /** The link for whoever filled in the form. The same for the same case, however often asked. */
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

  /** The case that this token opens; empty if it is not one of ours or has expired. */
  Optional<UUID> caseOf(String token) {
    return links.verify(token, clock.instant()).map(CaseLink.Claims::caseId);
  }

  /** Who holds this token; empty if it is not one of ours or has expired. */
  Optional<Reader> readerOf(String token) {
    return links.verify(token, clock.instant()).map(CustomerLinks::reader);
  }

  private static Reader reader(CaseLink.Claims claims) {
    return switch (claims.holder()) {
      case LinkHolder.Form form -> new Reader.FormHolder(claims.caseId(), claims.generation());
      case LinkHolder.Mailbox mailbox ->
          new Reader.MailboxHolder(claims.caseId(), claims.generation());
    };
  }
}
