package io.casewire.kit.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.problem.Violation;
import io.quarkus.jackson.ObjectMapperCustomizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictObjectMapperTest {

  /** What Quarkus adds by itself. */
  private static final ObjectMapperCustomizer MODULES =
      mapper -> mapper.registerModules(new JavaTimeModule(), new Jdk8Module());

  private static final HexFormat HEX = HexFormat.of();

  private final ObjectMapper mapper = new StrictObjectMapper().objectMapper(List.of(MODULES));

  enum Channel {
    @JsonProperty("web")
    WEB,
    @JsonProperty("e-mail")
    EMAIL
  }

  record Line(@Nullable String text, int count) {}

  record Document(
      @Nullable String text,
      @Nullable Integer count,
      @Nullable Long number,
      @Nullable Boolean flag,
      @Nullable Channel channel,
      @Nullable Instant at,
      @Nullable Duration delay,
      @Nullable UUID id,
      byte @Nullable [] content,
      @Nullable List<String> tags,
      @Nullable List<Line> lines,
      @Nullable Map<String, String> levels) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\":5}                       | text          | must be text",
        "{\"text\":true}                    | text          | must be text",
        "{\"text\":[\"a\"]}                 | text          | must be text",
        "{\"text\":\"\\ud83d\"}             | text          | must not hold half of a surrogate pair",
        "{\"text\":\"\\ude00\\ud83d\"}      | text          | must not hold half of a surrogate pair",
        "{\"count\":\"5\"}                  | count         | must be a number",
        "{\"count\":\"\"}                   | count         | must be a number",
        "{\"count\":1.5}                    | count         | must be a number",
        "{\"number\":true}                  | number        | must be a number",
        "{\"flag\":\"true\"}                | flag          | must be true or false",
        "{\"flag\":1}                       | flag          | must be true or false",
        "{\"channel\":\"pigeon\"}           | channel       | must be one of web, e-mail",
        "{\"channel\":\"\"}                 | channel       | must be one of web, e-mail",
        "{\"channel\":0}                    | channel       | must be one of web, e-mail",
        "{\"at\":\"yesterday\"}             | at            | must be a time as in RFC 3339, with offset",
        "{\"at\":1700000000}                | at            | must be a time as in RFC 3339, with offset",
        "{\"at\":\"2026-01-01T00:00:00\"}   | at            | must be a time as in RFC 3339, with offset",
        "{\"at\":\"+12026-01-01T00:00:00Z\"}| at            | must be a time as in RFC 3339, with offset",
        "{\"delay\":5}                       | delay         | must be a duration as in ISO 8601, such as PT5M",
        "{\"id\":\"x\"}                     | id            | must be a UUID",
        "{\"content\":\"%\"}                | content       | must be base64",
        "{\"tags\":\"a\"}                   | tags          | must be an array",
        "{\"tags\":[\"a\",null]}            | tags[1]       | must not be null",
        "{\"tags\":[\"a\",5]}               | tags[1]       | must be text",
        "{\"lines\":[{\"text\":\"a\",\"count\":\"x\"}]} | lines[0].count | must be a number",
        "{\"lines\":[{\"text\":\"a\"}]}       | lines[0].count | must be a number",
        "{\"lines\":[5]}                    | lines[0]      | must be an object",
        "{\"levels\":{\"zh\":5}}            | levels.zh     | must be text",
        "{\"text\":\"a\",\"text\":\"b\"}    | text          | must occur once",
        "{\"lines\":[{\"text\":\"a\",\"text\":\"b\"}]} | lines[0].text | must occur once",
        "[]                                 | $             | must be an object",
        "{} {}                              | $             | has content after its end",
        "{}]                                | $             | is not JSON from line 1, column 3 on",
        "{                                  | $             | is not JSON from line 1, column 2 on",
        "{'text':1}                         | $             | is not JSON from line 1, column 2 on"
      })
  void what_is_not_as_the_interface_says_is_refused_by_name(
      String json, String field, String reason) {
    assertEquals(List.of(new Violation(field, reason)), violations(json));
  }

  @Test
  void nesting_ends_at_twenty_levels() {
    assertEquals(List.of(), violations("{\"unknown\":" + "[".repeat(19) + "]".repeat(19) + "}"));
    assertEquals(1, violations("{\"unknown\":" + "[".repeat(20) + "]".repeat(20) + "}").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"c328", "c0af", "eda080", "f5808080", "ff"})
  void bytes_that_are_not_utf_8_are_refused(String hex) {
    byte[] document = HEX.parseHex(HEX.formatHex(utf8("{\"text\":\"")) + hex + "227d");

    assertThrows(
        MalformedInputException.class,
        () -> mapper.readValue(new ByteArrayInputStream(document), Document.class));
  }

  @Test
  void other_encodings_than_utf_8_are_not_guessed() {
    byte[] document = "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16BE);

    assertThrows(
        IOException.class,
        () -> mapper.readValue(new ByteArrayInputStream(document), Document.class));
  }

  @Test
  void unknown_fields_are_ignored_and_null_is_as_if_absent() throws IOException {
    Document document = read("{\"other\":{\"a\":[1]},\"text\":null,\"tags\":null}");

    assertNull(document.text());
    assertNull(document.tags());
  }

  @Test
  void nul_characters_are_stripped() throws IOException {
    Document document = read("{\"text\":\"a\\u0000b\",\"tags\":[\"\\u0000\"]}");

    assertEquals("ab", document.text());
    assertEquals(List.of(""), document.tags());
  }

  @Test
  void text_of_every_script_is_read_as_it_is() throws IOException {
    assertEquals("付款失败 😀 é", read("{\"text\":\"付款失败 \\ud83d\\ude00 é\"}").text());
  }

  @Test
  void times_with_any_offset_become_the_same_instant() throws IOException {
    Instant expected = Instant.parse("2026-03-02T01:00:00Z");

    assertEquals(expected, read("{\"at\":\"2026-03-02T09:00:00+08:00\"}").at());
    assertEquals(expected, read("{\"at\":\"2026-03-02t01:00:00z\"}").at());
  }

  @Test
  void what_is_written_can_be_read() throws IOException {
    Document document =
        new Document(
            "退款",
            1,
            2L,
            true,
            Channel.EMAIL,
            Instant.parse("2026-03-02T01:00:00.5Z"),
            Duration.ofMinutes(5),
            new UUID(1, 2),
            new byte[] {1, 2},
            List.of("vip"),
            List.of(new Line("a", 1)),
            Map.of("zh", "native"));

    String json = mapper.writeValueAsString(document);
    Document read = read(json);

    assertArrayEquals(document.content(), read.content());
    assertEquals(json, mapper.writeValueAsString(read));
    assertEquals("2026-03-02T01:00:00.500Z", mapper.readTree(json).get("at").asText());
    assertEquals("PT5M", mapper.readTree(json).get("delay").asText());
  }

  private Document read(String json) throws IOException {
    return mapper.readValue(new ByteArrayInputStream(utf8(json)), Document.class);
  }

  private List<Violation> violations(String json) {
    try {
      read(json);
      return List.of();
    } catch (JsonProcessingException e) {
      Problem problem = JsonProblems.of(e);
      return problem.violations();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
