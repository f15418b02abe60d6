package io.casewire.local;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "sql",
    description = "Query the database of a service, for example: sql routing \"table agent\".")
final class SqlCommand implements Runnable {

  @Parameters(index = "0", paramLabel = "<service>", description = "Whose database.")
  private String service;

  @Parameters(index = "1", paramLabel = "<query>", description = "One query; it can't change data.")
  private String query;

  @Override
  public void run() {
    var database =
        Component.named(service)
            .filter(Component::isService)
            .orElseThrow(() -> new StackException(service + " is not a service"))
            .typedName();
    var port = Settings.load(StackHome.ofScript().settings()).port("postgres");
    var url = "jdbc:postgresql://127.0.0.1:%d/%s?readOnlyMode=always".formatted(port, database);
    try (var connection = DriverManager.getConnection(url, database, database)) {
      connection.setReadOnly(true);
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(query)) {
        print(rows);
      }
    } catch (SQLException e) {
      throw new StackException(e.getMessage(), e);
    }
  }

  private static void print(ResultSet rows) throws SQLException {
    var columns = rows.getMetaData().getColumnCount();
    var header = new ArrayList<String>();
    for (var column = 1; column <= columns; column++) {
      header.add(rows.getMetaData().getColumnLabel(column));
    }
    var table = new TextTable(header);
    while (rows.next()) {
      table.add(values(rows, columns));
    }
    table.print(System.out);
  }

  private static List<String> values(ResultSet row, int columns) throws SQLException {
    var values = new ArrayList<String>();
    for (var column = 1; column <= columns; column++) {
      var value = row.getString(column);
      values.add(value == null ? "" : value);
    }
    return values;
  }
}
