package io.casewire.kit.problem;

import java.util.Map;

/** A problem as it goes over the wire. */
record RenderedProblem(int status, Map<String, String> headers, String mediaType, byte[] body) {

  static final String MEDIA_TYPE = "application/problem+json";
}
