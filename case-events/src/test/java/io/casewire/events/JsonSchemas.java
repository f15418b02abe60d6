package io.casewire.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validation as an outside consumer would do it: draft 2020-12 with formats checked, offline. */
final class JsonSchemas {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private static final SchemaLocation META_SCHEMA =
      SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());

  private JsonSchemas() {}

  static List<Error> faultsOf(JsonNode body, EventType type) {
    return faultsOf(body, Contract.schemaOf(type));
  }

  static List<Error> faultsOf(JsonNode body, JsonNode schema) {
    return REGISTRY
        .getSchema(schema.toString(), InputFormat.JSON)
        .validate(body.toString(), InputFormat.JSON);
  }

  static List<Error> faultsOfSchema(EventType type) {
    return REGISTRY
        .getSchema(META_SCHEMA)
        .validate(Contract.schemaOf(type).toString(), InputFormat.JSON);
  }
}
