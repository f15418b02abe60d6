package io.casewire.intake.classification;

import io.casewire.events.Category;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A text and the category that a person gave it. */
record LabelledText(Category category, String text) {

  private static final Map<String, Category> CATEGORIES =
      Arrays.stream(Category.values())
          .collect(Collectors.toUnmodifiableMap(Category::wireName, Function.identity()));

  /** The texts that the classifier learns from. */
  static List<LabelledText> training(TextLanguage language) {
    return read("/classification/" + language.tag() + "/train.tsv");
  }

  /** The texts that measure the classifier; it never learns from them and is not tuned on them. */
  static List<LabelledText> heldOut(TextLanguage language) {
    return read("/classification/" + language.tag() + "/heldout.tsv");
  }

  private static List<LabelledText> read(String resource) {
    try (InputStream in = LabelledText.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(LabelledText::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static LabelledText parse(String line) {
    int tab = line.indexOf('\t');
    Category category = tab < 0 ? null : CATEGORIES.get(line.substring(0, tab));
    if (category == null) {
      throw new IllegalStateException("no category and tab at the start of: " + line);
    }
    return new LabelledText(category, line.substring(tab + 1));
  }
}
