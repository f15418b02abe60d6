package io.casewire.kit.idempotency;

import io.casewire.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Reads the {@code Idempotency-Key} of the REST request under way. */
@ApplicationScoped
public class RequestKeys {

  static final String HEADER = "Idempotency-Key";

  private static final int MAXIMUM_LENGTH = 255;

  /**
   * The key of the current request, valid for its path and this caller alone. To be called on the
   * thread that the endpoint is called on.
   *
   * @param caller names the caller uniquely among all kinds of callers
   * @throws Problem 400 if the header is not 1 to 255 visible ASCII characters
   */
  public RequestKey forCaller(String caller) {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    List<String> headers = request.getHttpHeaders().getRequestHeader(HEADER);
    if (headers == null || headers.isEmpty()) {
      return new RequestKey.None();
    }
    if (headers.size() > 1 || !isValid(headers.getFirst())) {
      throw Problem.invalid(HEADER, "must be 1 to 255 visible ASCII characters, given once");
    }
    return new RequestKey.Given(
        Digests.of(headers.getFirst(), request.getPath(), caller), BodyDigest.of(request));
  }

  /**
   * The key of a form that a browser sends: it has the key in a field, since it can't set headers.
   * Valid for the path of the current request and this caller alone.
   *
   * @param caller names the caller uniquely among all kinds of callers
   * @param fields what the form says, besides the key
   * @throws Problem 400 if the key is not 1 to 255 visible ASCII characters
   */
  public RequestKey forForm(String key, String caller, String... fields) {
    return forForm(key, caller, Digests.of(fields));
  }

  /**
   * The same for a form that may hold files, which are not to be in memory once more.
   *
   * @param fields writes what the form says, besides the key
   */
  public RequestKey forForm(String key, String caller, Writing fields) throws IOException {
    return forForm(key, caller, Digests.of(fields));
  }

  /** Something that can be written. */
  @FunctionalInterface
  public interface Writing {

    /** Writes all of it. */
    void to(OutputStream target) throws IOException;
  }

  private static RequestKey forForm(String key, String caller, byte[] fields) {
    if (!isValid(key)) {
      throw Problem.invalid("key", "must be 1 to 255 visible ASCII characters");
    }
    String path = CurrentRequestManager.get().getPath();
    return new RequestKey.Given(Digests.of(key, path, caller), fields);
  }

  private static boolean isValid(String key) {
    return !key.isEmpty()
        && key.length() <= MAXIMUM_LENGTH
        && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
