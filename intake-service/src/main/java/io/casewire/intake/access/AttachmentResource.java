package io.casewire.intake.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A file of a message, for a viewer who may see the message. */
@Path("/api/v1/attachments/{attachmentId}")
@PermitAll
class AttachmentResource {

  private final Viewers viewers;
  private final FileDownloads downloads;

  AttachmentResource(Viewers viewers, FileDownloads downloads) {
    this.viewers = viewers;
    this.downloads = downloads;
  }

  /** The content of the file. */
  @GET
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.WILDCARD,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Uni<Response> get(
      @RestPath UUID attachmentId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @Context RoutingContext request) {
    return viewers.of(authorization).chain(viewer -> downloads.of(attachmentId, viewer, request));
  }
}
