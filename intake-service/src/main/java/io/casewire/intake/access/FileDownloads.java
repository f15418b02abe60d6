package io.casewire.intake.access;

import io.casewire.intake.conversation.CustomerFiles;
import io.casewire.intake.conversation.Reader;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.memory.RequestBytes;
import io.casewire.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Gives files of messages to those who may see the message. */
@ApplicationScoped
class FileDownloads {

  private final CustomerFiles files;
  private final BlobStore blobs;
  private final RequestBytes bytes;

  FileDownloads(CustomerFiles files, BlobStore blobs, RequestBytes bytes) {
    this.files = files;
    this.blobs = blobs;
    this.bytes = bytes;
  }

  /**
   * The content, to be saved and never to be shown by the browser: it may be anything.
   *
   * @return fails with a {@link Problem}: 404 if there is no such file for this reader, 503 if too
   *     many large requests and answers are under way
   */
  Uni<Response> of(UUID attachmentId, Reader reader, RoutingContext request) {
    return files
        .find(attachmentId, reader)
        .map(found -> found.orElseThrow(Problem::notFound))
        .invoke(file -> bytes.take(request, file.size()))
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
