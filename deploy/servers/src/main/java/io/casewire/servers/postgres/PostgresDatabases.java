package io.casewire.servers.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * The databases of one server, seen with the rights of its superuser.
 *
 * @param host the server's host
 * @param port the server's port
 * @param superuser who may create databases
 * @param password the superuser's password
 */
public record PostgresDatabases(String host, int port, String superuser, String password) {

  /** The JDBC address of {@code database}. */
  public String jdbcUrl(String database) {
    return "jdbc:" + reactiveUrl(database);
  }

  /** The address of {@code database} for a reactive client. */
  public String reactiveUrl(String database) {
    return "postgresql://" + host + ":" + port + "/" + database;
  }

  /** Whether the server lets the superuser in now. */
  public boolean isReady() {
    try (var connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException _) {
      return false;
    }
  }

  /**
   * Gives each name a role and a database of its own that the other roles can not enter; the role's
   * password is its name. What exists stays.
   *
   * @param names letters, digits and underscores only
   * @throws IllegalStateException when the server refuses
   */
  public void create(List<String> names) {
    names.forEach(PostgresDatabases::requireIdentifier);
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      for (var name : names) {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
          statement.execute("create role %1$s login password '%1$s'".formatted(name));
        }
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
          statement.execute("create database %1$s owner %1$s".formatted(name));
        }
        statement.execute("revoke connect on database %s from public".formatted(name));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Can not create the databases " + names, e);
    }
  }

  private Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", superuser);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var select = connection.prepareStatement(query)) {
      select.setString(1, name);
      try (var rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void requireIdentifier(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("Not a database name: " + name);
    }
  }
}
