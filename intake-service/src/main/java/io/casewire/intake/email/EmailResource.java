package io.casewire.intake.email;

import io.casewire.intake.mail.EnvelopeTrust;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.kit.identity.Channel;
import io.casewire.kit.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a mail server hands over mail. */
@Path("/api/v1/emails")
@RolesAllowed(Channel.ROLE)
class EmailResource {

  private static final String MAIL = "message/rfc822";
  private static final String INTERNATIONAL_MAIL = "message/global";

  private final MailIntake intake;
  private final MailLimits limits;
  private final SecurityIdentity identity;

  EmailResource(MailIntake intake, MailLimits limits, SecurityIdentity identity) {
    this.intake = intake;
    this.limits = limits;
    this.identity = identity;
  }

  /** Takes a mail. On a worker thread, because reading one takes its time. */
  @POST
  @Consumes({MAIL, INTERNATIONAL_MAIL})
  @Produces(MediaType.APPLICATION_JSON)
  @Blocking
  public Uni<MailAnswer> post(byte[] mail) {
    if (mail.length == 0) {
      throw Problem.invalid("body", "is no mail: it is empty");
    }
    if (mail.length > limits.totalBytes()) {
      throw Problem.tooLarge(limits.totalBytes());
    }
    return intake.take(ArrivedMail.posted(mail, trust()));
  }

  private EnvelopeTrust trust() {
    return Channel.of(identity).filter(Channel::trustedEnvelope).isPresent()
        ? EnvelopeTrust.TRUSTED
        : EnvelopeTrust.UNTRUSTED;
  }
}
