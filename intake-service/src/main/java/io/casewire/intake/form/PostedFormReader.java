package io.casewire.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.casewire.intake.attachment.FileLimits;
import io.casewire.intake.attachment.ReceivedFile;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.casewire.kit.web.FormText;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.EndOfDataDecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads posted forms. The framework's own reader would write files to the disk unredacted. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
class PostedFormReader implements MessageBodyReader<PostedForm> {

  private static final int CHUNK = 64 * 1024;

  private final FileLimits limits;

  PostedFormReader(FileLimits limits) {
    this.limits = limits;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == PostedForm.class;
  }

  @Override
  public PostedForm readFrom(
      Class<PostedForm> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    try (FormDecoder decoder = new FormDecoder(mediaType.toString(), limits)) {
      byte[] chunk = new byte[CHUNK];
      for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
        decoder.offer(chunk, length);
      }
      return decoder.end();
    } catch (ErrorDataDecoderException e) {
      throw Problem.invalid(Violation.WHOLE_INPUT, "is no form");
    }
  }

  /** Decodes one form, chunk by chunk; once it grows too large, the rest is read and dropped. */
  private static final class FormDecoder implements AutoCloseable {

    private static final boolean ON_DISK = false;

    /** Room for the fields and the frames of the parts. */
    private static final long TEXT_BYTES = 2L * 1024 * 1024;

    private final FileLimits limits;
    private final HttpPostMultipartRequestDecoder decoder;
    private final Map<String, String> fields = new HashMap<>();
    private final List<ReceivedFile> files = new ArrayList<>();
    private long size;
    private boolean tooLarge;

    FormDecoder(String contentType, FileLimits limits) {
      this.limits = limits;
      HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
      head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
      DefaultHttpDataFactory factory = new DefaultHttpDataFactory(ON_DISK);
      factory.setMaxLimit(limits.fileBytes());
      this.decoder = new HttpPostMultipartRequestDecoder(factory, head, UTF_8);
    }

    /** Takes the next bytes; they may be changed afterwards. */
    void offer(byte[] chunk, int length) throws IOException {
      size += length;
      if (size > limits.totalBytes() + TEXT_BYTES) {
        tooLarge = true;
      }
      if (!tooLarge) {
        offer(new DefaultHttpContent(Unpooled.copiedBuffer(chunk, 0, length)));
      }
    }

    /** What was decoded. */
    PostedForm end() throws IOException {
      if (!tooLarge) {
        offer(LastHttpContent.EMPTY_LAST_CONTENT);
      }
      return new PostedForm(fields, files, tooLarge);
    }

    @Override
    public void close() {
      decoder.destroy();
    }

    private void offer(HttpContent content) throws IOException {
      try {
        decoder.offer(content);
      } catch (ErrorDataDecoderException e) {
        if (!(e.getCause() instanceof IOException)) {
          throw e;
        }
        tooLarge = true; // of one file
      }
      takeComplete();
    }

    private void takeComplete() throws IOException {
      while (hasNext()) {
        InterfaceHttpData data = decoder.next();
        switch (data) {
          case FileUpload file when file.getFilename().isEmpty() -> {}
          case FileUpload file -> files.add(received(file));
          case Attribute field ->
              fields.putIfAbsent(field.getName(), FormText.of(field.getValue()));
          default -> {}
        }
      }
    }

    private boolean hasNext() {
      try {
        return decoder.hasNext();
      } catch (EndOfDataDecoderException e) {
        return false; // the last one was taken already
      }
    }

    private static ReceivedFile received(FileUpload file) throws IOException {
      return new ReceivedFile(file.getFilename(), contentType(file.getContentType()), file.get());
    }

    private static String contentType(@Nullable String given) {
      return given == null || given.isBlank() ? "application/octet-stream" : given;
    }
  }
}
