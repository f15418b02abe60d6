package io.casewire.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process does its work by now. */
@FunctionalInterface
interface Readiness {

  boolean isReached();

  /** Its health endpoint says so. */
  static Readiness http(URI address) {
    return () -> answersOk(address);
  }

  /** It has written a file that says so. */
  static Readiness file(Path file) {
    return () -> Files.exists(file);
  }

  private static boolean answersOk(URI address) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
