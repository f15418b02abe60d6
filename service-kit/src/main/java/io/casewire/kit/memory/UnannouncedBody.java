package io.casewire.kit.memory;

import io.casewire.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Takes from the budget while a body is read that did not announce its length. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class UnannouncedBody implements ReaderInterceptor {

  private final CurrentVertxRequest current;
  private final RequestBytes bytes;

  UnannouncedBody(CurrentVertxRequest current, RequestBytes bytes) {
    this.current = current;
    this.bytes = bytes;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    RoutingContext request = current.getCurrent();
    if (request.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
      context.setInputStream(new Counted(context.getInputStream(), request));
    }
    return context.proceed();
  }

  private final class Counted extends FilterInputStream {

    private static final int STEP = 4 * ByteBudget.SMALL;

    private final RoutingContext request;
    private long read;
    private long taken = ByteBudget.SMALL;

    Counted(InputStream body, RoutingContext request) {
      super(body);
      this.request = request;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = in.read(target, offset, length);
      count(Math.max(0, count));
      return count;
    }

    /**
     * @throws Problem 503 if the budget is used up
     */
    private void count(int more) {
      read += more;
      while (read > taken) {
        bytes.take(request, STEP);
        taken += STEP;
      }
    }
  }
}
