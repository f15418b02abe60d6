package io.casewire.sla.rules;

import io.casewire.kit.etag.ETags;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * What became of a definition that was put.
 *
 * @param created whether there was none before
 */
record Put<T>(boolean created, long version, T view) {

  Response respond() {
    return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
        .header(HttpHeaders.ETAG, ETags.of(version))
        .entity(view)
        .build();
  }
}
