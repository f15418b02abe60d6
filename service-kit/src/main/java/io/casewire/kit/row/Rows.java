package io.casewire.kit.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;

/**
 * Records as rows: many rows travel as one JSON parameter ({@code jsonb_to_recordset}) or one JSON
 * column each ({@code to_jsonb}), so a batch costs one statement and no list of column numbers. A
 * component is named like its column.
 */
public final class Rows {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Rows() {}

  /** The rows as one parameter. */
  public static String write(Collection<? extends Record> rows) {
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every row has a JSON form", e);
    }
  }

  /** A record as the value of a {@code jsonb} column. */
  public static JsonNode column(Object value) {
    return JSON.valueToTree(value);
  }

  /** The value of a {@code jsonb} column. */
  public static <T> T column(JsonNode value, Class<T> type) {
    try {
      return JSON.treeToValue(value, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type, e);
    }
  }

  /** Rows that came as one JSON column each. */
  public static <T extends Record> List<T> read(List<String> rows, Class<T> type) {
    return rows.stream().map(row -> read(row, type)).toList();
  }

  private static <T> T read(String row, Class<T> type) {
    try {
      return JSON.readValue(row, type);
    } catch (JsonProcessingException e) {
      throw unreadable(type, e);
    }
  }

  /** Without the parser's own message, which may quote the row. */
  private static IllegalStateException unreadable(Class<?> type, JsonProcessingException e) {
    return new IllegalStateException(
        "%s does not fit its row at %s".formatted(type.getSimpleName(), e.getLocation()));
  }
}
