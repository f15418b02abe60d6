package io.casewire.kit.json;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Writes enums into the OpenAPI document as {@link io.casewire.events.wire.WireName} writes them:
 * the scanner does not look for a {@code JsonValue} in interfaces.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class WireNameFilter implements OASFilter {

  private static final String CONSTANT = "[A-Z][A-Z_]*";

  @Override
  public Schema filterSchema(Schema schema) {
    List<Object> names = schema.getEnumeration();
    if (names != null) {
      schema.setEnumeration(names.stream().map(WireNameFilter::wireName).toList());
    }
    return schema;
  }

  private static Object wireName(Object name) {
    return name instanceof String text && text.matches(CONSTANT)
        ? text.toLowerCase(Locale.ROOT).replace('_', '-')
        : name;
  }
}
