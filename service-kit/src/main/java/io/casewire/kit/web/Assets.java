package io.casewire.kit.web;

import io.casewire.kit.hash.Sha256;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses of our own style sheets and scripts, in templates {@code
 * {asset:address('casewire.css')}}. Each carries a digest of the content, so that browsers may keep
 * the file for long and still see a new release at once.
 */
@TemplateExtension(namespace = "asset")
final class Assets {

  private static final String DIRECTORY = "assets/";
  private static final int DIGITS = 12;

  private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

  private Assets() {}

  /** The address of a file below {@code META-INF/resources/assets} of the kit or the service. */
  static String address(String name) {
    return ADDRESSES.computeIfAbsent(
        name, file -> "/" + DIRECTORY + file + "?v=" + digestOf(DIRECTORY + file));
  }

  private static String digestOf(String path) {
    ClassLoader classes = Thread.currentThread().getContextClassLoader();
    try (InputStream content = classes.getResourceAsStream("META-INF/resources/" + path)) {
      if (content == null) {
        throw new IllegalArgumentException("No asset " + path);
      }
      return Sha256.hex(content.readAllBytes()).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
