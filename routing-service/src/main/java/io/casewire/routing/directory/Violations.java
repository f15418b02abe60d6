package io.casewire.routing.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects every violation of one definition, so that the caller learns of all at once. */
final class Violations {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final List<Violation> found = new ArrayList<>();

  Violations require(boolean valid, String field, String reason) {
    if (!valid) {
      found.add(new Violation(field, reason));
    }
    return this;
  }

  Violations id(String field, @Nullable String value) {
    return require(
        value != null && ID.matcher(value).matches(),
        field,
        "must be 1 to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter or a digit");
  }

  Violations optionalId(String field, @Nullable String value) {
    return value == null ? this : id(field, value);
  }

  Violations ids(String field, Collection<String> values, int limit) {
    return each(field, values, limit, v -> ID.matcher(v).matches(), "is not a valid id");
  }

  Violations languages(String field, Collection<String> values, int limit) {
    return each(
        field,
        values,
        limit,
        v -> LANGUAGE.matcher(v).matches(),
        "must be a primary language subtag such as zh");
  }

  Violations text(String field, @Nullable String value, int limit) {
    return require(
        value != null && !value.isBlank() && value.length() <= limit,
        field,
        "must be 1 to " + limit + " characters and not blank");
  }

  Violations range(String field, int value, int least, int most) {
    return require(value >= least && value <= most, field, "must be from " + least + " to " + most);
  }

  Violations duration(String field, @Nullable Duration value, Duration most) {
    return require(
        value == null || value.isPositive() && value.compareTo(most) <= 0,
        field,
        "must be longer than nothing and at most " + most);
  }

  List<Violation> found() {
    return List.copyOf(found);
  }

  private Violations each(
      String field, Collection<String> values, int limit, Predicate<String> valid, String reason) {
    require(values.size() <= limit, field, "must be at most " + limit + " entries");
    values.stream()
        .filter(valid.negate())
        .findFirst()
        .ifPresent(value -> found.add(new Violation(field, "has an entry that " + reason)));
    return this;
  }
}
