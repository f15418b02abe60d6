package io.casewire.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.telemetry.Traces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Turns failures into what the client gets, and logs those that are this service's own. */
@Singleton
class ProblemRenderer {

  private static final Logger LOG = Logger.getLogger(ProblemRenderer.class);

  /** What every type URI begins with. */
  private static final String TYPE_PREFIX = "urn:casewire:problem:";

  private final ObjectMapper json;

  ProblemRenderer(ObjectMapper json) {
    this.json = json;
  }

  RenderedProblem render(Throwable failure) {
    Problem problem = FailureProblems.of(failure);
    String traceId = Traces.traceId();
    log(problem, failure, traceId);
    ProblemDetails details = problem.details();
    return new RenderedProblem(details.status(), details.headers(), body(details, traceId));
  }

  private byte[] body(ProblemDetails details, String traceId) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", TYPE_PREFIX + details.name());
    members.put("title", details.title());
    members.put("status", details.status());
    if (details.detail() != null) {
      members.put("detail", details.detail());
    }
    members.put("traceId", traceId);
    if (!details.violations().isEmpty()) {
      members.put("violations", details.violations());
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
    if (problem.status() == 503) {
      // An outage fails every request alike: one line each, the cause is in the log of its own.
      LOG.warnf("unavailable because=%s traceId=%s", failure.getClass().getName(), traceId);
    } else {
      LOG.errorf(failure, "request failed traceId=%s", traceId);
    }
  }
}
