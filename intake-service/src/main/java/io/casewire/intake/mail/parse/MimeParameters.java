package io.casewire.intake.mail.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.NameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a structured field, decoded by RFC 2231 (charset, continuations) and, since
 * many programs do it, by RFC 2047. Mime4j's own mapping is not used: it reads an apostrophe in a
 * plain name as a charset, a plus sign as a space, and continuations in the order they come.
 */
final class MimeParameters {

  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, String> extended = new HashMap<>();
  private final Map<String, TreeMap<Integer, Section>> sections = new HashMap<>();

  private record Section(String value, boolean encoded) {}

  MimeParameters(List<NameValuePair> pairs) {
    pairs.forEach(this::add);
  }

  /** The decoded value of a parameter; {@code name} in lower case. */
  Optional<String> get(String name) {
    if (extended.containsKey(name)) {
      return Optional.of(decodeExtended(extended.get(name)));
    }
    if (sections.containsKey(name)) {
      return Optional.of(decodeSections(sections.get(name)));
    }
    return Optional.ofNullable(plain.get(name)).map(EncodedWords::decode);
  }

  private void add(NameValuePair pair) {
    String value = pair.getValue() == null ? "" : pair.getValue();
    String name = pair.getName().toLowerCase(Locale.ROOT);
    int star = name.indexOf('*');
    if (star < 0) {
      plain.putIfAbsent(name, value);
      return;
    }
    String base = name.substring(0, star);
    String section = name.substring(star + 1);
    boolean encoded = section.endsWith("*");
    String number = encoded ? section.substring(0, section.length() - 1) : section;
    if (section.isEmpty()) {
      extended.putIfAbsent(base, value);
    } else if (number.matches("\\d{1,4}")) {
      sections
          .computeIfAbsent(base, any -> new TreeMap<>())
          .putIfAbsent(Integer.valueOf(number), new Section(value, encoded));
    }
  }

  private static String decodeExtended(String value) {
    return decode(value, charsetEnd(value), PercentEncoding.decode(textOf(value), '%'));
  }

  private static String decodeSections(TreeMap<Integer, Section> sections) {
    String first = sections.firstEntry().getValue().value();
    boolean labelled = sections.firstEntry().getValue().encoded();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean anyEncoded = false;
    for (Map.Entry<Integer, Section> entry : sections.entrySet()) {
      Section section = entry.getValue();
      boolean isFirst = entry.getKey().equals(sections.firstKey());
      String text = isFirst && labelled ? textOf(section.value()) : section.value();
      anyEncoded |= section.encoded();
      bytes.writeBytes(
          section.encoded()
              ? PercentEncoding.decode(text, '%')
              : text.getBytes(StandardCharsets.UTF_8));
    }
    return anyEncoded
        ? decode(first, labelled ? charsetEnd(first) : -1, bytes.toByteArray())
        : EncodedWords.decode(bytes.toString(StandardCharsets.UTF_8));
  }

  private static String decode(String labelled, int charsetEnd, byte[] bytes) {
    @Nullable String label = charsetEnd < 0 ? null : labelled.substring(0, charsetEnd);
    return MailCharsets.decode(bytes, label);
  }

  // charset'language'text; without both apostrophes it is all text.
  private static int charsetEnd(String value) {
    int first = value.indexOf('\'');
    return first >= 0 && value.indexOf('\'', first + 1) >= 0 ? first : -1;
  }

  private static String textOf(String value) {
    int end = charsetEnd(value);
    return end < 0 ? value : value.substring(value.indexOf('\'', end + 1) + 1);
  }
}
