package io.casewire.intake.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.idempotency.RequestKey;
import io.casewire.kit.idempotency.RequestKeys;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.web.Language;
import io.casewire.kit.web.Words;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a form of a page obey the rules of the JSON that it stands for, and explains to its reader
 * why it was not taken.
 */
@ApplicationScoped
public class Forms {

  private static final int INVALID = 400;
  private static final int TOO_LARGE = 413;
  private static final int SENT_BEFORE = 422;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private static final String FILES = "files";

  private final Validator validator;
  private final RequestKeys keys;
  private final ObjectMapper json;
  private final Words words;

  Forms(Validator validator, RequestKeys keys, ObjectMapper json, Words words) {
    this.validator = validator;
    this.keys = keys;
    this.json = json;
    this.words = words;
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

  /**
   * Explains a failure; empty if the reader of the form can't mend it.
   *
   * @param fields the form's own names of fields, by the names in the rules; any other is a file
   */
  public Optional<FormFailure> explain(
      Throwable failure, Map<String, String> fields, Language language) {
    if (failure instanceof ConstraintViolationException invalid) {
      FormErrors errors = errors(invalid, fields, language);
      return Optional.of(new FormFailure(INVALID, Map.of(), false, errors));
    }
    Problem problem = Problem.ofFailure(failure);
    return errors(problem, fields, language)
        .map(
            errors ->
                new FormFailure(
                    problem.status(), problem.headers(), problem.status() == SENT_BEFORE, errors));
  }

  private FormErrors errors(
      ConstraintViolationException failure, Map<String, String> fields, Language language) {
    Map<String, String> byField = new HashMap<>();
    for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
      String field = fields.getOrDefault(violation.getPropertyPath().toString(), FILES);
      byField.putIfAbsent(field, words(field, violation, language));
    }
    return new FormErrors(null, byField);
  }

  private Optional<FormErrors> errors(
      Problem problem, Map<String, String> fields, Language language) {
    return switch (problem.status()) {
      case INVALID ->
          problem.violations().stream()
              .findFirst()
              .map(
                  violation -> {
                    String field = fields.getOrDefault(violation.field(), FILES);
                    return FormErrors.ofField(field, words.say(language, "error-wrong-" + field));
                  });
      case TOO_LARGE ->
          Optional.of(FormErrors.ofField(FILES, words.say(language, "error-files-too-large")));
      case SENT_BEFORE -> Optional.of(ofForm(language, "error-sent-before"));
      case TOO_MANY -> Optional.of(ofForm(language, "error-too-many", secondsToWait(problem)));
      case UNAVAILABLE -> Optional.of(ofForm(language, "error-unavailable"));
      default -> Optional.empty();
    };
  }

  private FormErrors ofForm(Language language, String key, Object... arguments) {
    return FormErrors.ofForm(words.say(language, key, arguments));
  }

  private String words(String field, ConstraintViolation<?> violation, Language language) {
    if (field.equals(FILES)) {
      return words.say(language, "error-wrong-files");
    }
    return violation.getConstraintDescriptor().getAnnotation() instanceof Size size
        ? words.say(language, "error-too-long", size.max())
        : words.say(language, "error-missing-" + field);
  }

  private static String secondsToWait(Problem problem) {
    return problem.headers().getOrDefault(HttpHeaders.RETRY_AFTER, "1");
  }

  /**
   * The reasons why a form was not taken.
   *
   * @param status of the answer
   * @param headers of the answer, such as {@code Retry-After}
   * @param sentBefore whether the form's number stands for another text that was sent
   * @param errors in words for the form's reader
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
}
