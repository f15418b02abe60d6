package io.casewire.kit.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;

/** Writes positions in a document as clients do: {@code attachments[0].fileName}. */
final class FieldPaths {

  private FieldPaths() {}

  static String of(List<Reference> references) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : references) {
      append(path, reference.getFieldName(), reference.getIndex());
    }
    return path.toString();
  }

  static String of(JsonStreamContext context) {
    StringBuilder path = new StringBuilder();
    append(path, context);
    return path.toString();
  }

  private static void append(StringBuilder path, JsonStreamContext context) {
    if (context.inRoot()) {
      return;
    }
    append(path, context.getParent());
    append(path, context.getCurrentName(), context.getCurrentIndex());
  }

  private static void append(StringBuilder path, String name, int index) {
    if (name != null) {
      path.append(path.isEmpty() ? "" : ".").append(name);
    } else if (index >= 0) {
      path.append('[').append(index).append(']');
    }
  }
}
