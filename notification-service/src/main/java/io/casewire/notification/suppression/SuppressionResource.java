package io.casewire.notification.suppression;

import io.casewire.kit.identity.Caller;
import io.casewire.kit.identity.Role;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/** Which addresses are not written to, and until when. */
@Path("/api/v1/suppressions/{address}")
@Tag(name = "Suppressions")
@RolesAllowed(Role.Names.AGENT)
@Produces(MediaType.APPLICATION_JSON)
class SuppressionResource {

  private static final Logger LOG = Logger.getLogger(SuppressionResource.class);
  private static final String CLEAN = "Nothing keeps mail from this address.";

  private final Suppressions suppressions;
  private final SecurityIdentity identity;

  SuppressionResource(Suppressions suppressions, SecurityIdentity identity) {
    this.suppressions = suppressions;
    this.identity = identity;
  }

  @GET
  @Operation(
      operationId = "getSuppression",
      summary = "Why an address is not written to, for those who may see a notice for it")
  public Uni<AddressSuppressions> get(@RestPath String address) {
    EmailAddress asked = parsed(address);
    return suppressions
        .find(Caller.of(identity), asked)
        .map(
            found -> {
              if (found.isEmpty()) {
                throw clean();
              }
              return new AddressSuppressions(asked.value(), found);
            });
  }

  @DELETE
  @RolesAllowed(Role.Names.SUPERVISOR)
  @Operation(operationId = "liftSuppression", summary = "Lets mail go to an address again")
  public Uni<Void> lift(@RestPath String address) {
    return suppressions
        .lift(parsed(address))
        .map(
            lifted -> {
              if (!lifted) {
                throw clean();
              }
              LOG.infof("suppression lifted by=%s", Caller.of(identity).agentId());
              return null;
            });
  }

  private static EmailAddress parsed(String address) {
    return EmailAddress.parse(address)
        .orElseThrow(() -> Problem.invalid("address", "is no e-mail address"));
  }

  private static Problem clean() {
    return Problem.of(404, "not-found", "There is nothing at this address", CLEAN);
  }

  /**
   * What keeps mail from an address.
   *
   * @param address in the form in which addresses are compared
   */
  @Schema(name = "AddressSuppressions")
  public record AddressSuppressions(String address, List<SuppressionItem> suppressions) {}
}
