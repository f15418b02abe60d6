package io.casewire.intake.closing;

import io.casewire.intake.access.CustomerLinks;
import io.casewire.intake.conversation.Viewer;
import io.casewire.intake.form.PostedForm;
import io.casewire.kit.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where the page of a case sends that its customer closes or rates it. */
@Path("/case/{caseId}")
@PermitAll
class ClosingPage {

  private final CustomerLinks links;
  private final CustomerClosing closing;

  ClosingPage(CustomerLinks links, CustomerClosing closing) {
    this.links = links;
    this.closing = closing;
  }

  /** Closes the case. */
  @POST
  @Path("/close")
  @Operation(hidden = true)
  public Uni<Response> close(
      @RestPath UUID caseId, @RestCookie(CustomerLinks.COOKIE) @Nullable String token) {
    return closing
        .close(caseId.toString(), viewer(token))
        .map(id -> Response.seeOther(CustomerLinks.address(id)).build());
  }

  /** Takes the rating. */
  @POST
  @Path("/rating")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Blocking
  @Operation(hidden = true)
  public Uni<Response> rate(
      @RestPath UUID caseId,
      @RestCookie(CustomerLinks.COOKIE) @Nullable String token,
      PostedForm posted) {
    Uni<Viewer> viewer = Uni.createFrom().item(viewer(token));
    return closing
        .rate(caseId.toString(), viewer, rating(posted))
        .map(_ -> Response.seeOther(CustomerLinks.ratedAddress(caseId)).build());
  }

  /** The page's own form can't be wrong, so that a wrong one needs no page of its own. */
  private static Rating rating(PostedForm posted) {
    String score = posted.text("score");
    String comment = posted.text("comment");
    if (!score.matches("[1-5]")) {
      throw Problem.invalid("score", "must be from 1 to 5");
    }
    if (comment.length() > Rating.LONGEST_COMMENT) {
      throw Problem.invalid("comment", "is too long");
    }
    return new Rating(Integer.valueOf(score), comment.isEmpty() ? null : comment);
  }

  private Viewer viewer(@Nullable String token) {
    return links.viewer(token).orElseThrow(Problem::notFound);
  }
}
