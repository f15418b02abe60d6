package io.casewire.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops reading a body that did not announce its length when it grows too large. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
class BodyLimit implements ReaderInterceptor {

  private final long maximum;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maximum) {
    this.maximum = maximum.asLongValue();
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Limited(context.getInputStream(), maximum));
    return context.proceed();
  }

  private static final class Limited extends FilterInputStream {

    private final long maximum;
    private long count;

    Limited(InputStream body, long maximum) {
      super(body);
      this.maximum = maximum;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      count += bytes;
      if (count > maximum) {
        throw Problem.tooLarge(maximum);
      }
    }
  }
}
