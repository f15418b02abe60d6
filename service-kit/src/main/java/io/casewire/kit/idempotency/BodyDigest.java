package io.casewire.kit.idempotency;

import io.casewire.kit.hash.Sha256;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Hashes the bytes of a body while they are read, if the request has an idempotency key. */
@Provider
@Priority(Priorities.HEADER_DECORATOR + 1)
class BodyDigest implements ReaderInterceptor {

  private static final String PROPERTY = BodyDigest.class.getName();

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (!context.getHeaders().containsKey(RequestKeys.HEADER)) {
      return context.proceed();
    }
    MessageDigest digest = Sha256.digest();
    context.setInputStream(new DigestInputStream(context.getInputStream(), digest));
    Object body = context.proceed();
    context.setProperty(PROPERTY, digest.digest());
    return body;
  }

  /** The hash of the request's body; a request whose endpoint takes no body has an empty one. */
  static byte[] of(ResteasyReactiveRequestContext request) {
    return request.getProperty(PROPERTY) instanceof byte[] digest
        ? digest
        : Sha256.digest().digest();
  }
}
