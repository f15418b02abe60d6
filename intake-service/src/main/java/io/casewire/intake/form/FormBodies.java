package io.casewire.intake.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;

/** Treats the bodies that forms stand for as those that programs post. */
@ApplicationScoped
public class FormBodies {

  private final Validator validator;
  private final RequestKeys keys;
  private final ObjectMapper json;

  FormBodies(Validator validator, RequestKeys keys, ObjectMapper json) {
    this.validator = validator;
    this.keys = keys;
    this.json = json;
  }

  /**
   * Checks a body.
   *
   * @throws ConstraintViolationException if it breaks the rules
   */
  public <T> void check(T body) {
    Set<ConstraintViolation<T>> violations = validator.validate(body);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
  }

  /**
   * The idempotency key of a form, for its path and this caller.
   *
   * @param submission the form's own number
   */
  public RequestKey key(String submission, String caller, Object body) {
    try {
      return keys.forForm(submission, caller, target -> json.writeValue(target, body));
    } catch (IOException e) {
      throw new IllegalStateException("a body can't be written", e);
    }
  }
}
