package io.casewire.kit.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The contrasts that WCAG 2.2 asks for at level AA (success criteria 1.4.3 and 1.4.11). */
class ColoursTest {

  private static final Path STYLE =
      Path.of("src/main/resources/META-INF/resources/assets/casewire.css");

  private static final Pattern SCHEME = Pattern.compile(":root \\{(.*?)\\n\\s*}", Pattern.DOTALL);
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

  private static final List<String> TEXT_ON_GROUND =
      List.of(
          "text canvas",
          "text surface",
          "muted canvas",
          "muted surface",
          "muted sunken",
          "muted accent-soft",
          "muted note-soft",
          "accent canvas",
          "accent surface",
          "accent sunken",
          "on-accent accent",
          "accent-strong accent-soft",
          "good good-soft",
          "warn warn-soft",
          "warn surface",
          "warn accent-soft",
          "bad bad-soft",
          "bad surface",
          "bad canvas",
          "bad accent-soft",
          "calm calm-soft",
          "note note-soft");

  private static final List<String> CONTROL_ON_GROUND =
      List.of("edge surface", "edge canvas", "focus surface", "focus canvas");

  @Test
  void text_and_controls_stand_out_in_both_colour_schemes() throws IOException {
    List<Map<String, String>> schemes = schemes();

    assertAll(
        schemes.stream()
            .flatMap(
                scheme ->
                    Stream.concat(
                        TEXT_ON_GROUND.stream().map(pair -> contrast(scheme, pair, 4.5)),
                        CONTROL_ON_GROUND.stream().map(pair -> contrast(scheme, pair, 3)))));
  }

  private static Executable contrast(Map<String, String> scheme, String pair, double least) {
    String[] names = pair.split(" ");
    double one = luminance(scheme.get(names[0]));
    double other = luminance(scheme.get(names[1]));
    double ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return () -> assertTrue(ratio >= least, pair + " has only " + ratio);
  }

  /** The light one, and the dark one, which changes some of its colours. */
  private static List<Map<String, String>> schemes() throws IOException {
    List<String> blocks =
        SCHEME.matcher(Files.readString(STYLE)).results().map(block -> block.group(1)).toList();
    Map<String, String> light = colours(blocks.getFirst());
    Map<String, String> dark = new HashMap<>(light);
    dark.putAll(colours(blocks.get(1)));
    return List.of(light, dark);
  }

  private static Map<String, String> colours(String block) {
    Map<String, String> colours = new HashMap<>();
    Matcher colour = COLOUR.matcher(block);
    while (colour.find()) {
      colours.put(colour.group(1), colour.group(2));
    }
    return colours;
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 2) + 0.0722 * channel(colour, 4);
  }

  private static double channel(String colour, int from) {
    double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
