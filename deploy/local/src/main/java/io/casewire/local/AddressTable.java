package io.casewire.local;

import java.io.PrintStream;
import java.util.List;

/**
 * What the user wants to know when the stack is up.
 *
 * @param home where the stack lives
 * @param settings its settings
 */
record AddressTable(StackHome home, Settings settings) {

  void print(List<ProcessRecord> entries, PrintStream out) {
    for (var entry : entries) {
      out.printf("  %-15s %s%n", entry.instance(), address(entry));
    }
    out.printf("%nLogs: %s%n", home.logs());
  }

  private String address(ProcessRecord entry) {
    return switch (entry.instance().component()) {
      case INTAKE, ROUTING, NOTIFICATION, SLA -> http(entry.port()) + "  (API: /q/openapi)";
      case ISSUER -> http(entry.port()) + "/.well-known/openid-configuration";
      case KAFKA -> "127.0.0.1:" + entry.port();
      case POSTGRES ->
          "postgresql://127.0.0.1:" + entry.port() + "/intake (user and password: intake)";
      case MAIL ->
          "smtp://127.0.0.1:%d imap://127.0.0.1:%d".formatted(entry.port(), settings.port("imap"));
    };
  }

  private static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
