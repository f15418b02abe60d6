package io.casewire.intake;

import io.casewire.events.signed.CaseLink;
import io.casewire.events.signed.KeyRing;
import io.casewire.events.signed.LinkHolder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Links as notification puts them into its mails. */
public final class CustomerTokens {

  private CustomerTokens() {}

  /** The token in the link that was mailed to this address. */
  public static String ofMailbox(UUID caseId, String address) {
    String keys = ConfigProvider.getConfig().getValue("casewire.signing-keys", String.class);
    return new CaseLink(KeyRing.parse(keys))
        .issue(caseId, LinkHolder.Mailbox.of(caseId, address), 1, Instant.now());
  }
}
