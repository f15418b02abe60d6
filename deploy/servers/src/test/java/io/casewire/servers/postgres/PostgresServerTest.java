package io.casewire.servers.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @Test
  void what_was_committed_is_there_after_a_kill(@TempDir Path directory) throws Exception {
    // Given
    var killed = PostgresServer.start(directory, Map.of());
    killed.databases().create(List.of("intake"));
    execute(killed, "intake", "create table accepted as select 42 as id");
    killed.kill();

    // When
    try (var server = PostgresServer.start(directory, Map.of())) {
      server.databases().create(List.of("intake"));

      // Then
      assertEquals(42, selectNumber(server, "intake", "select id from accepted"));
    }
  }

  @Test
  void a_lock_whose_number_now_belongs_to_another_program_does_not_keep_the_server_down(
      @TempDir Path directory) throws Exception {
    // Given
    PostgresServer.start(directory, Map.of("fsync", "off")).close();
    var lock = directory.resolve("data/postmaster.pid");
    Files.writeString(lock, ProcessHandle.current().pid() + "\n");

    // When
    try (var server = PostgresServer.start(directory, Map.of("fsync", "off"))) {

      // Then
      assertEquals(1, selectNumber(server, "postgres", "postgres", "select 1"));
    }
  }

  @Test
  void a_service_enters_its_own_database_only(@TempDir Path directory) throws Exception {
    // Given
    try (var server = PostgresServer.start(directory, Map.of("fsync", "off"))) {
      server.databases().create(List.of("intake", "routing"));

      // When
      var entering =
          assertThrows(
              SQLException.class, () -> selectNumber(server, "routing", "intake", "select 1"));

      // Then
      assertEquals("42501", entering.getSQLState());
      assertEquals(1, selectNumber(server, "intake", "select 1"));
    }
  }

  @Test
  void a_database_name_can_not_smuggle_sql() {
    var databases = new PostgresDatabases("127.0.0.1", 1, "postgres", "postgres");

    assertThrows(IllegalArgumentException.class, () -> databases.create(List.of("x; drop")));
  }

  private static void execute(PostgresServer server, String database, String sql)
      throws SQLException {
    try (var connection = connect(server, database, database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int selectNumber(PostgresServer server, String database, String sql)
      throws SQLException {
    return selectNumber(server, database, database, sql);
  }

  private static int selectNumber(PostgresServer server, String database, String user, String sql)
      throws SQLException {
    try (var connection = connect(server, database, user);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(PostgresServer server, String database, String user)
      throws SQLException {
    return DriverManager.getConnection(server.databases().jdbcUrl(database), user, user);
  }
}
