package io.casewire.acceptance.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The databases of the local stack: one for each service, user and password are its name. */
final class Databases {

  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private final int port;

  Databases(int port) {
    this.port = port;
  }

  /** The first column of all rows, as text. */
  List<String> column(String service, String sql, Object... parameters) {
    try (Connection connection = open(service);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(
            i + 1,
            parameters[i] instanceof Object[] array
                ? connection.createArrayOf(array instanceof UUID[] ? "uuid" : "text", array)
                : parameters[i]);
      }
      return firstColumn(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(service + ": " + e.getMessage(), e);
    }
  }

  /** All rows; the columns are named as the components of the record are, in snake case. */
  <T> List<T> rows(String service, String sql, Class<T> type) {
    return column(service, "select cast(to_jsonb(one) as text) from (%s) one".formatted(sql))
        .stream()
        .map(row -> read(row, type))
        .toList();
  }

  private static <T> T read(String row, Class<T> type) {
    try {
      return JSON.readValue(row, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no " + type.getSimpleName() + ": " + row, e);
    }
  }

  private static List<String> firstColumn(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private Connection open(String service) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, service), service, service);
  }
}
