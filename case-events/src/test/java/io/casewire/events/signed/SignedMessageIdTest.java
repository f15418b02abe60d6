package io.casewire.events.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedMessageIdTest {

  private static final UUID CASE = UUID.fromString("019cac1c-e220-7e2b-acfa-79496c5ea1b3");
  private static final UUID NOTIFICATION = UUID.fromString("019cac1c-e9f0-7a11-8c2b-1f0e5d4c3b2a");
  private static final SignedMessageId IDS = new SignedMessageId(Keys.RING, "mail.example.com");

  @Test
  void an_id_is_written_the_same_way_for_ever() {
    assertEquals(
        "<k1.agokyhhceb7cxlh2pfewyxvbwm.3f2vuy4b36qwtlor.bvhaludzjgitpcha@mail.example.com>",
        IDS.of(CASE, NOTIFICATION));
  }

  @Test
  void a_mail_that_is_rendered_again_has_the_same_id_and_another_mail_another() {
    assertEquals(IDS.of(CASE, NOTIFICATION), IDS.of(CASE, NOTIFICATION));
    assertNotEquals(IDS.of(CASE, NOTIFICATION), IDS.of(CASE, CASE));
  }

  @Property(seed = "41", tries = 300)
  void an_id_names_its_case(@ForAll long bits, @ForAll long otherBits) {
    UUID caseId = new UUID(bits, otherBits);

    assertEquals(Optional.of(caseId), IDS.caseIdOf(IDS.of(caseId, new UUID(otherBits, bits))));
  }

  @Property(seed = "42")
  void an_id_with_one_changed_character_is_refused(
      @ForAll("changes") Tuple2<Double, Character> change) {
    String id = IDS.of(CASE, NOTIFICATION);
    String changed = Keys.change(id, change);
    Assume.that(!changed.equals(id) && !isOnlyInUpperCase(changed, id));

    assertEquals(Optional.empty(), IDS.caseIdOf(changed), changed);
  }

  @Test
  void a_change_of_case_on_the_way_does_no_harm() {
    String shouted = IDS.of(CASE, NOTIFICATION).toUpperCase(Locale.ROOT);

    assertEquals(Optional.of(CASE), IDS.caseIdOf(shouted));
  }

  @Test
  void an_id_of_another_installation_is_refused() {
    String foreign = new SignedMessageId(Keys.OTHER, "mail.example.com").of(CASE, NOTIFICATION);

    assertEquals(Optional.empty(), IDS.caseIdOf(foreign));
  }

  @Test
  void an_id_signed_before_a_rotation_of_keys_or_a_move_of_domains_is_still_known() {
    SignedMessageId later = new SignedMessageId(Keys.ROTATED, "help.example.org");

    assertEquals(Optional.of(CASE), later.caseIdOf(IDS.of(CASE, NOTIFICATION)));
    assertTrue(later.of(CASE, NOTIFICATION).startsWith("<k2."));
  }

  @Test
  void an_id_of_a_retired_key_is_refused() {
    String signedByK2 = new SignedMessageId(Keys.ROTATED, "example.com").of(CASE, NOTIFICATION);

    assertEquals(Optional.empty(), IDS.caseIdOf(signedByK2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<>", "<a@b>", "CW-100042", "<k1...@mail.example.com>", "<20260302.1@mail>"})
  void an_id_of_somebody_else_names_no_case(String messageId) {
    assertEquals(Optional.empty(), IDS.caseIdOf(messageId));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Example.com", "exam ple.com", "a@b", "a\nb", "-a", "a."})
  void a_domain_that_would_not_come_back_the_same_is_refused(String domain) {
    assertThrows(IllegalArgumentException.class, () -> new SignedMessageId(Keys.RING, domain));
  }

  @Provide
  Arbitrary<Tuple2<Double, Character>> changes() {
    return Keys.changes();
  }

  private static boolean isOnlyInUpperCase(String changed, String id) {
    return changed.chars().allMatch(c -> c < 128) && changed.equalsIgnoreCase(id);
  }
}
