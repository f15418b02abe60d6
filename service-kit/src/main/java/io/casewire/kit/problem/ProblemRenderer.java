package io.casewire.kit.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.telemetry.Traces;
import io.casewire.kit.transaction.DatabaseBusyException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns failures into what the client gets, and logs those that are this service's own. */
@Singleton
class ProblemRenderer {

  private static final Logger LOG = Logger.getLogger(ProblemRenderer.class);

  /** What every type URI begins with. */
  private static final String TYPE_PREFIX = "urn:casewire:problem:";

  private final ObjectMapper json;
  private final ProblemPage page;

  ProblemRenderer(ObjectMapper json, ProblemPage page) {
    this.json = json;
    this.page = page;
  }

  RenderedProblem render(Throwable failure, @Nullable RoutingContext request) {
    Problem problem = FailureProblems.of(failure);
    String traceId = Traces.traceId();
    log(problem, failure, traceId);
    ProblemDetails details = problem.details();
    return page(details, request, traceId)
        .map(
            page -> rendered(details, MediaType.TEXT_HTML + ";charset=UTF-8", page.getBytes(UTF_8)))
        .orElseGet(() -> rendered(details, RenderedProblem.MEDIA_TYPE, body(details, traceId)));
  }

  private Optional<String> page(
      ProblemDetails details, @Nullable RoutingContext request, String traceId) {
    return request == null ? Optional.empty() : page.render(request, details.status(), traceId);
  }

  private static RenderedProblem rendered(ProblemDetails details, String mediaType, byte[] body) {
    return new RenderedProblem(details.status(), details.headers(), mediaType, body);
  }

  private byte[] body(ProblemDetails details, String traceId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(ProblemDetails.TYPE, TYPE_PREFIX + details.name());
    members.put(ProblemDetails.TITLE, details.title());
    members.put(ProblemDetails.STATUS, details.status());
    members.put(ProblemDetails.DETAIL, details.detail());
    members.put(ProblemDetails.TRACE_ID, traceId);
    if (!details.violations().isEmpty()) {
      members.put(ProblemDetails.VIOLATIONS, details.violations());
    }
    members.putAll(details.members());
    try {
      return json.writeValueAsBytes(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a member of the problem can't be written", e);
    }
  }

  private static void log(Problem problem, Throwable failure, String traceId) {
    if (problem == failure || problem.status() < 500) {
      return;
    }
    if (failure instanceof DatabaseBusyException) {
      // One for each refused request; ConnectionQueue logs that refusing begins.
      LOG.debugf("unavailable because=busy traceId=%s", traceId);
    } else if (problem.status() == 503) {
      // An outage fails every request alike: one line each. The cause is logged elsewhere.
      LOG.warnf("unavailable because=%s traceId=%s", failure.getClass().getName(), traceId);
    } else {
      LOG.errorf(failure, "request failed traceId=%s", traceId);
    }
  }
}
