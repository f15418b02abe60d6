package io.casewire.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header fields of a mail or of one of its parts, in their order, unfolded, values otherwise as
 * sent (encoded words are still encoded). Names are compared in lower case. Nothing in here is true
 * because it is written here.
 */
public final class MailHeaders {

  /** One field; {@code name} in lower case, {@code value} trimmed and on one line. */
  public record Field(String name, String value) {

    public Field {
      name = name.strip().toLowerCase(Locale.ROOT);
      value = value.strip();
    }
  }

  private final List<Field> fields;

  public MailHeaders(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /**
   * Reads a block of header lines up to its first blank line, as delivery reports and text-only
   * bounces hold them. Lines that are no field are skipped.
   */
  public static MailHeaders parse(String block) {
    List<Field> fields = new ArrayList<>();
    StringBuilder unfolded = new StringBuilder();
    for (String line : block.lines().takeWhile(l -> !l.isBlank()).toList()) {
      if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        unfolded.append(' ').append(line.strip());
      } else {
        addField(fields, unfolded);
        unfolded.setLength(0);
        unfolded.append(line);
      }
    }
    addField(fields, unfolded);
    return new MailHeaders(fields);
  }

  /** Every field, first to last. */
  public List<Field> fields() {
    return fields;
  }

  /** The value of the first field of this name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The values of every field of this name, first to last. */
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  /** Whether a field of this name is there, even with an empty value. */
  public boolean contains(String name) {
    return fields.stream().anyMatch(f -> f.name().equals(name));
  }

  private static void addField(List<Field> fields, StringBuilder unfolded) {
    int colon = unfolded.indexOf(":");
    if (colon > 0 && unfolded.substring(0, colon).strip().indexOf(' ') < 0) {
      fields.add(new Field(unfolded.substring(0, colon), unfolded.substring(colon + 1)));
    }
  }
}
