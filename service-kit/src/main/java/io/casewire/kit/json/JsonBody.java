package io.casewire.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Names the field at fault when the JSON body of a request can't be read, or is missing. */
@Provider
@Priority(Priorities.ENTITY_CODER)
class JsonBody implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
      refuseText(context);
      return context.proceed();
    }
    Object body = read(context);
    if (body == null) {
      throw Problem.invalid(Violation.WHOLE_INPUT, "must not be empty");
    }
    return body;
  }

  /** The framework makes an object of plain text if its class has a constructor for one text. */
  private static void refuseText(ReaderInterceptorContext context) {
    if (context.getType().isRecord()
        && MediaType.TEXT_PLAIN_TYPE.isCompatible(context.getMediaType())) {
      throw new NotSupportedException();
    }
  }

  private static Object read(ReaderInterceptorContext context) throws IOException {
    try {
      return context.proceed();
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (WebApplicationException e) {
      throw e.getCause() instanceof JsonProcessingException json ? JsonProblems.of(json) : e;
    } catch (CharacterCodingException e) {
      throw Problem.invalid(Violation.WHOLE_INPUT, JsonProblems.NOT_UTF_8);
    }
  }
}
