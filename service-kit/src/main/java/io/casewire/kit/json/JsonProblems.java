package io.casewire.kit.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import java.nio.charset.CharacterCodingException;

/** Says what is wrong with JSON, without repeating any of it. */
public final class JsonProblems {

  static final String NOT_UTF_8 = "is not UTF-8";

  private JsonProblems() {}

  /**
   * The problem for JSON that can't be read; a problem that was found while reading is kept.
   *
   * @throws IllegalStateException if not the JSON but the type that it is read into is at fault
   */
  public static Problem of(JsonProcessingException failure) {
    if (failure instanceof InvalidDefinitionException) {
      throw new IllegalStateException("a type can't be read from JSON", failure);
    }
    return failure.getCause() instanceof Problem found
        ? found
        : Problem.invalid(fieldOf(failure), reasonOf(failure));
  }

  private static String fieldOf(JsonProcessingException failure) {
    // The path of a wrapped failure ends one level too early: the key was not taken yet.
    if (isDuplicateKey(innermost(failure))
        && innermost(failure).getProcessor() instanceof JsonParser parser) {
      return FieldPaths.of(parser.getParsingContext());
    }
    return failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? FieldPaths.of(mapping.getPath())
        : Violation.WHOLE_INPUT;
  }

  /** While an object is read, failures of the syntax in it come wrapped. */
  private static JsonProcessingException innermost(JsonProcessingException failure) {
    return failure.getCause() instanceof JsonProcessingException cause ? innermost(cause) : failure;
  }

  private static String reasonOf(JsonProcessingException failure) {
    return switch (failure) {
      case InvalidNullException e -> "must not be null";
      case MismatchedInputException e when isTrailingToken(e) -> "has content after its end";
      case MismatchedInputException e -> ExpectedInput.of(e);
      case StreamConstraintsException e ->
          "is nested deeper than %d levels, or has too long a name, number or text"
              .formatted(StrictObjectMapper.MAXIMUM_DEPTH);
      case JsonMappingException e -> reasonOfCause(e);
      default -> isDuplicateKey(failure) ? "must occur once" : malformed(failure.getLocation());
    };
  }

  private static String reasonOfCause(JsonMappingException failure) {
    return switch (failure.getCause()) {
      case JsonProcessingException cause -> reasonOf(cause);
      case CharacterCodingException cause -> NOT_UTF_8;
      case null, default -> "is not valid";
    };
  }

  private static String malformed(JsonLocation location) {
    return location == null
        ? "is not JSON"
        : "is not JSON from line %d, column %d on"
            .formatted(location.getLineNr(), location.getColumnNr());
  }

  // Jackson has no types of their own for these two.

  private static boolean isTrailingToken(JacksonException failure) {
    return failure.getOriginalMessage().startsWith("Trailing token");
  }

  private static boolean isDuplicateKey(JacksonException failure) {
    return failure.getOriginalMessage().startsWith("Duplicate field");
  }
}
