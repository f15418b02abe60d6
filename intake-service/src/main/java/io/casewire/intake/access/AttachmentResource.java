package io.casewire.intake.access;

import io.casewire.intake.conversation.CustomerFiles;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A file of a message, for those who may see the message. */
@Path("/api/v1/attachments/{attachmentId}")
@PermitAll
class AttachmentResource {

  private final Readers readers;
  private final CustomerFiles files;
  private final BlobStore blobs;

  AttachmentResource(Readers readers, CustomerFiles files, BlobStore blobs) {
    this.readers = readers;
    this.files = files;
    this.blobs = blobs;
  }

  /** The content, to be saved and never to be shown by the browser: it may be anything. */
  @GET
  public Uni<Response> get(
      @RestPath UUID attachmentId,
      @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    return readers
        .of(authorization)
        .chain(reader -> files.find(attachmentId, reader))
        .map(found -> found.orElseThrow(Problem::notFound))
        .chain(file -> blobs.get(file.digest()).map(content -> respond(file, content)));
  }

  private static Response respond(StoredFile file, byte[] content) {
    return Response.ok(content)
        .type(file.contentType())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(file.fileName()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
