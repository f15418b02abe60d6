package io.casewire.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files of the contract as they are on the class path: one schema and some samples a type. */
final class Contract {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String SCHEMA_SUFFIX = ".schema.json";

  private Contract() {}

  /** The name of a type's files, for example {@code case.opened.v1}. */
  static String nameOf(EventType type) {
    return type.wireName().substring("io.casewire.".length());
  }

  static JsonNode schemaOf(EventType type) {
    return parse(read(resource("schemas").resolve(nameOf(type) + SCHEMA_SUFFIX)));
  }

  static List<String> namesOfSchemas() {
    return namesIn(resource("schemas")).stream()
        .map(name -> name.replace(SCHEMA_SUFFIX, ""))
        .toList();
  }

  static List<String> namesOfSampleFolders() {
    return namesIn(resource("samples"));
  }

  static Stream<Sample> samples() {
    return Arrays.stream(EventType.values()).flatMap(Contract::samplesOf);
  }

  static Stream<Sample> samplesOf(EventType type) {
    Path samples = resource("samples").resolve(nameOf(type));
    return namesIn(samples).stream()
        .map(name -> new Sample(type, name, read(samples.resolve(name))));
  }

  static Sample sample(EventType type, String name) {
    return samplesOf(type).filter(sample -> sample.name().equals(name)).findFirst().orElseThrow();
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path asyncApi() {
    return resource("asyncapi.yaml");
  }

  private static Path resource(String name) {
    try {
      return Path.of(EventType.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An approved example of a type. */
  record Sample(EventType type, String name, String json) {

    JsonNode tree() {
      return parse(json);
    }

    /** Its fields, as in {@link Fields}. */
    List<String> fields() {
      return Fields.in(tree(), schemaOf(type));
    }

    Event event() {
      return EventCodec.decode(type, json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return nameOf(type) + "/" + name;
    }
  }
}
