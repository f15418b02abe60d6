package io.casewire.intake.access;

import io.casewire.intake.conversation.Conversations;
import io.casewire.intake.conversation.StoredFile;
import io.casewire.intake.conversation.Viewer;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.memory.RequestBytes;
import io.casewire.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Serves the files of a message to a viewer who may see it. */
@ApplicationScoped
class FileDownloads {

  private static final String PLAIN = "!#$&+-.^_`|~";

  private final Conversations conversations;
  private final BlobStore blobs;
  private final RequestBytes bytes;

  FileDownloads(Conversations conversations, BlobStore blobs, RequestBytes bytes) {
    this.conversations = conversations;
    this.blobs = blobs;
    this.bytes = bytes;
  }

  /**
   * The content, to be saved and never to be shown by the browser: it may be anything.
   *
   * @return fails with a {@link Problem}: 404 if there is no such file for this viewer, 503 if too
   *     many large requests and answers are under way
   */
  Uni<Response> of(UUID attachmentId, Viewer viewer, RoutingContext request) {
    return conversations
        .file(attachmentId, viewer)
        .map(found -> found.orElseThrow(Problem::notFound))
        .invoke(file -> bytes.take(request, file.size()))
        .chain(file -> blobs.get(file.digest()).map(content -> respond(file, content)));
  }

  private static Response respond(StoredFile file, byte[] content) {
    return Response.ok(content)
        .type(file.contentType())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.fileName()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /**
   * Tells the browser to save the file under its name: in ASCII for old clients, and in full for
   * all others (RFC 6266, RFC 8187).
   */
  static String disposition(String fileName) {
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(
            fileName.replaceAll("[^ -~]|[\"\\\\%]", "_"),
            percentEncoded(fileName.getBytes(StandardCharsets.UTF_8)));
  }

  private static String percentEncoded(byte[] octets) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : octets) {
      if (isPlain(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append("%%%02X".formatted(octet));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte octet) {
    return octet >= '0' && octet <= '9'
        || octet >= 'A' && octet <= 'Z'
        || octet >= 'a' && octet <= 'z'
        || PLAIN.indexOf(octet) >= 0;
  }
}
