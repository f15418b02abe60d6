package io.casewire.intake.form;

import io.casewire.intake.attachment.FileLimits;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Reads posted forms. The framework's own reader would put files on the disk as they are, card
 * numbers and all.
 */
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
}
