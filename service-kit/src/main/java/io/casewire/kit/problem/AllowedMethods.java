package io.casewire.kit.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

/**
 * The methods that a path has, which a 405 must name (RFC 9110, section 15.5.6). The framework
 * knows them but does not say, so its routing tables are read.
 */
final class AllowedMethods {

  private AllowedMethods() {}

  /** Nothing if there is no such path. */
  static Set<String> atCurrentPath() {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    RequestMapper<InitialMatch> classes =
        new RequestMapper<>(request.getDeployment().getClassMappers());
    String path = request.getPathWithoutPrefix();
    Set<String> methods = new TreeSet<>();
    for (RequestMatch<InitialMatch> match = classes.map(path);
        match != null;
        match = classes.continueMatching(path, match)) {
      addMethods(match, methods);
    }
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    if (!methods.isEmpty()) {
      methods.add(HttpMethod.OPTIONS);
    }
    return methods;
  }

  private static void addMethods(RequestMatch<InitialMatch> match, Set<String> methods) {
    String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
    Arrays.stream(match.value.handlers)
        .filter(ClassRoutingHandler.class::isInstance)
        .map(ClassRoutingHandler.class::cast)
        .flatMap(handler -> handler.getMappers().entrySet().stream())
        .filter(entry -> entry.getKey() != null && entry.getValue().map(remaining) != null)
        .forEach(entry -> methods.add(entry.getKey()));
  }
}
