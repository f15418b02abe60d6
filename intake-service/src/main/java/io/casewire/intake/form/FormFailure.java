package io.casewire.intake.form;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/**
 * Why a form was not taken.
 *
 * @param status of the answer
 * @param headers of the answer, such as {@code Retry-After}
 * @param sentBefore whether the form's number stands for something else that was sent
 * @param errors what its reader is told
 */
public record FormFailure(
    int status, Map<String, String> headers, boolean sentBefore, FormErrors errors) {

  public FormFailure {
    headers = Map.copyOf(headers);
  }

  /** The answer with the form on this page. */
  public Response answer(TemplateInstance page) {
    ResponseBuilder response = Response.status(status).entity(page);
    headers.forEach(response::header);
    return response.build();
  }
}
