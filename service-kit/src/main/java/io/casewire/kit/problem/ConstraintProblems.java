package io.casewire.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells the client which fields break their constraints, by the client's names for them. */
final class ConstraintProblems {

  private ConstraintProblems() {}

  static Problem of(ConstraintViolationException failure) {
    if (failure.getConstraintViolations().stream().anyMatch(ConstraintProblems::isAboutOurAnswer)) {
      return StatusProblems.internal();
    }
    return Problem.invalid(
        failure.getConstraintViolations().stream()
            .map(
                violation ->
                    new Violation(fieldOf(violation.getPropertyPath()), violation.getMessage()))
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::reason))
            .toList());
  }

  private static boolean isAboutOurAnswer(ConstraintViolation<?> violation) {
    return nodes(violation.getPropertyPath()).stream()
        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }

  /** The path without our method; and without its parameter, unless that is all there is. */
  private static String fieldOf(Path path) {
    StringBuilder field = new StringBuilder();
    String parameter = Violation.WHOLE_INPUT;
    for (Path.Node node : nodes(path)) {
      switch (node.getKind()) {
        case METHOD, CROSS_PARAMETER -> {}
        case PARAMETER -> parameter = node.getName();
        default -> append(field, node);
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }

  private static void append(StringBuilder field, Path.Node node) {
    if (node.isInIterable()) {
      Object position = node.getIndex() == null ? node.getKey() : node.getIndex();
      field.append('[').append(position == null ? "" : position).append(']');
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      field.append(field.isEmpty() ? "" : ".").append(node.getName());
    }
  }

  private static List<Path.Node> nodes(Path path) {
    List<Path.Node> nodes = new ArrayList<>();
    path.forEach(nodes::add);
    return nodes;
  }
}
