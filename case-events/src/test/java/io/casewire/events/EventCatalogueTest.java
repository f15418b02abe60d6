package io.casewire.events;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.events.envelope.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCatalogueTest {

  private static final Path CATALOGUE = Path.of("..", "docs", "events.md");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z.0-9-]+)` \\| ([a-z]+) \\| .+");

  @ParameterizedTest
  @ValueSource(strings = {Topics.CASE_EVENTS, Topics.DIRECTORY_EVENTS})
  void the_catalogue_lists_every_type_of_a_topic_with_its_producer(String topic)
      throws IOException {
    Map<String, String> producers =
        Arrays.stream(EventType.values())
            .filter(type -> type.topic().equals(topic))
            .collect(toMap(Contract::nameOf, type -> type.source().replace("/casewire/", "")));

    assertEquals(producers, producersInCatalogue(topic));
  }

  private static Map<String, String> producersInCatalogue(String topic) throws IOException {
    Map<String, String> producers = new LinkedHashMap<>();
    boolean inSection = false;
    for (String line : Files.readAllLines(CATALOGUE)) {
      inSection = line.startsWith("## ") ? line.equals("## Topic `" + topic + "`") : inSection;
      Matcher row = ROW.matcher(line);
      if (inSection && row.matches()) {
        producers.put(row.group(1), row.group(2));
      }
    }
    return producers;
  }
}
