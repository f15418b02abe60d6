package io.casewire.events;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.envelope.Topics;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

  @Test
  void every_permitted_record_has_exactly_one_type() {
    Set<Class<?>> permitted = new HashSet<>();
    permitted.addAll(Set.of(CaseEvent.class.getPermittedSubclasses()));
    permitted.addAll(Set.of(DirectoryEvent.class.getPermittedSubclasses()));

    assertEquals(
        permitted, Arrays.stream(EventType.values()).map(EventType::record).collect(toSet()));
    assertEquals(permitted.size(), EventType.values().length);
  }

  @ParameterizedTest
  @EnumSource
  void a_type_is_found_by_its_wire_name(EventType type) {
    assertEquals(Optional.of(type), EventType.byWireName(type.wireName()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"io.casewire.case.merged.v1", "io.casewire.case.opened.v2", "CaseOpened", ""})
  void a_type_of_a_newer_producer_is_unknown_and_no_error(String wireName) {
    assertEquals(Optional.empty(), EventType.byWireName(wireName));
  }

  @ParameterizedTest
  @EnumSource
  void a_wire_name_ends_in_its_version(EventType type) {
    assertTrue(
        type.wireName().matches("io\\.casewire\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*"),
        type::wireName);
  }

  @ParameterizedTest
  @EnumSource
  void snapshots_of_the_directory_and_facts_about_cases_never_share_a_topic(EventType type) {
    boolean isSnapshot = DirectoryEvent.class.isAssignableFrom(type.record());

    assertEquals(isSnapshot ? Topics.DIRECTORY_EVENTS : Topics.CASE_EVENTS, type.topic());
  }
}
