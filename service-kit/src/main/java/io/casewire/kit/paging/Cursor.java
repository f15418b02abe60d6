package io.casewire.kit.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casewire.kit.problem.Problem;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A position in a list: the sort key of the last row that was given out. Rows inserted before or
 * after it don't move it. Clients get it as one opaque word.
 */
public record Cursor(List<String> parts) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  // What both Java and PostgreSQL can hold.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  public Cursor {
    parts = List.copyOf(parts);
  }

  /** The cursor after a row with this sort key. */
  public static Cursor after(Object... sortKey) {
    return new Cursor(Stream.of(sortKey).map(Object::toString).toList());
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws Problem 400 if it can't have written that
   */
  static Cursor decode(String word) {
    try {
      byte[] array = Base64.getUrlDecoder().decode(word);
      List<String> parts = JSON.readValue(array, TEXTS);
      if (parts == null || parts.stream().anyMatch(part -> part == null || part.contains("\0"))) {
        throw unknown();
      }
      return new Cursor(parts);
    } catch (IOException | IllegalArgumentException e) {
      throw unknown();
    }
  }

  /** The word that a client gets. */
  public String encode() {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of texts is always JSON", e);
    }
  }

  /**
   * A part of the sort key.
   *
   * @throws Problem 400 if the cursor has no such part
   */
  public String text(int part) {
    if (part >= parts.size()) {
      throw unknown();
    }
    return parts.get(part);
  }

  /**
   * A part of the sort key, as an instant.
   *
   * @throws Problem 400 if the cursor has no such part
   */
  public Instant instant(int part) {
    Instant instant = parsed(part, Instant::parse);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw unknown();
    }
    return instant;
  }

  /**
   * A part of the sort key, as a UUID.
   *
   * @throws Problem 400 if the cursor has no such part
   */
  public UUID uuid(int part) {
    return parsed(part, UUID::fromString);
  }

  /**
   * A part of the sort key, as a number.
   *
   * @throws Problem 400 if the cursor has no such part
   */
  public long number(int part) {
    return parsed(part, Long::parseLong);
  }

  private <T> T parsed(int part, Function<String, T> parse) {
    try {
      return parse.apply(text(part));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static Problem unknown() {
    return Problem.invalid("cursor", "was not given out by this list");
  }
}
