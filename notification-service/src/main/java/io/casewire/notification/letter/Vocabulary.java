package io.casewire.notification.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/** The words of a language for what the templates get as codes and instants. */
final class Vocabulary {

  private final Properties words;
  private final DateTimeFormatter time;

  private Vocabulary(Properties words, DateTimeFormatter time) {
    this.words = words;
    this.time = time;
  }

  /**
   * Loads a language.
   *
   * @throws IllegalStateException if there is no such language
   */
  static Vocabulary load(String language, ZoneId zone) {
    Properties words = read("/words/%s.properties".formatted(language));
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern(
                words.getProperty("time"), Locale.forLanguageTag(words.getProperty("locale")))
            .withZone(zone);
    return new Vocabulary(words, time);
  }

  /** The word for a code. */
  String word(String kind, String code) {
    String word = words.getProperty(kind + "." + code);
    if (word == null) {
      throw new IllegalArgumentException("no word for %s %s".formatted(kind, code));
    }
    return word;
  }

  String time(Instant instant) {
    return time.format(instant);
  }

  private static Properties read(String resource) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing");
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
