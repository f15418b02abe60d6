package io.casewire.events.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** The case in a reply address and in a subject: one token, two places. */
class CaseTokensTest {

  private static final UUID CASE = UUID.fromString("019cac1c-e220-7e2b-acfa-79496c5ea1b3");
  private static final UUID OTHER_CASE = UUID.fromString("019cadab-2340-7eba-853d-9e30d3b0ee45");
  private static final String MAILBOX = "support@example.com";
  private static final SignedPlusAddress ADDRESS = new SignedPlusAddress(Keys.RING, MAILBOX);
  private static final SignedSubject SUBJECT = new SignedSubject(Keys.RING);

  @Test
  void a_token_is_written_the_same_way_for_ever() {
    assertEquals(
        "support+k1.agokyhhceb7cxlh2pfewyxvbwm.d7goxuz5jus7lqns@example.com", ADDRESS.of(CASE));
    assertEquals("[ref:k1.agokyhhceb7cxlh2pfewyxvbwm.d7goxuz5jus7lqns]", SUBJECT.tagOf(CASE));
  }

  @Property(seed = "51", tries = 300)
  void an_address_and_a_subject_name_their_case(@ForAll long most, @ForAll long least) {
    UUID caseId = new UUID(most, least);

    assertEquals(Optional.of(caseId), ADDRESS.caseIdOf(ADDRESS.of(caseId)));
    assertEquals(Optional.of(caseId), SUBJECT.caseIdOf("Re: 退款 " + SUBJECT.tagOf(caseId) + " !"));
  }

  @Property(seed = "52")
  void an_address_or_tag_with_one_changed_character_is_refused(
      @ForAll("changes") Tuple2<Double, Character> change) {
    String address = Keys.change(ADDRESS.of(CASE), change);
    String tag = Keys.change(SUBJECT.tagOf(CASE), change);
    Assume.that(isOther(address, ADDRESS.of(CASE)) && isOther(tag, SUBJECT.tagOf(CASE)));

    assertEquals(Optional.empty(), ADDRESS.caseIdOf(address), address);
    assertEquals(Optional.empty(), SUBJECT.caseIdOf(tag), tag);
  }

  @Test
  void a_change_of_case_on_the_way_does_no_harm() {
    assertEquals(Optional.of(CASE), ADDRESS.caseIdOf(ADDRESS.of(CASE).toUpperCase(Locale.ROOT)));
    assertEquals(Optional.of(CASE), SUBJECT.caseIdOf(SUBJECT.tagOf(CASE).toUpperCase(Locale.ROOT)));
  }

  @Test
  void a_forged_tag_does_not_hide_the_genuine_one_behind_it() {
    String forged = new SignedSubject(Keys.OTHER).tagOf(OTHER_CASE);

    assertEquals(Optional.of(CASE), SUBJECT.caseIdOf(forged + " " + SUBJECT.tagOf(CASE)));
  }

  @Test
  void a_token_of_another_installation_is_refused() {
    assertEquals(
        Optional.empty(), ADDRESS.caseIdOf(new SignedPlusAddress(Keys.OTHER, MAILBOX).of(CASE)));
    assertEquals(Optional.empty(), SUBJECT.caseIdOf(new SignedSubject(Keys.OTHER).tagOf(CASE)));
  }

  @Test
  void a_token_signed_before_a_rotation_is_still_known() {
    SignedPlusAddress later = new SignedPlusAddress(Keys.ROTATED, MAILBOX);

    assertEquals(Optional.of(CASE), later.caseIdOf(ADDRESS.of(CASE)));
    assertTrue(later.of(CASE).startsWith("support+k2."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"support@example.com", "support+@example.com", "support+sales@example.com", ""})
  void a_plain_address_names_no_case(String address) {
    assertEquals(Optional.empty(), ADDRESS.caseIdOf(address));
  }

  @Test
  void a_token_in_the_address_of_another_mailbox_names_no_case() {
    String elsewhere = new SignedPlusAddress(Keys.RING, "support@example.org").of(CASE);

    assertEquals(Optional.empty(), ADDRESS.caseIdOf(elsewhere));
  }

  @ParameterizedTest
  @ValueSource(strings = {"support", "@example.com", "support@", "twelve-chars@example.com"})
  void a_mailbox_that_can_not_carry_a_token_is_refused(String mailbox) {
    assertThrows(IllegalArgumentException.class, () -> new SignedPlusAddress(Keys.RING, mailbox));
  }

  @Test
  void the_longest_name_of_a_mailbox_and_of_a_key_stay_within_an_address() {
    KeyRing ring = KeyRing.parse(Keys.key("longname", 1));
    String address = new SignedPlusAddress(ring, "elevenchars@example.com").of(CASE);

    assertEquals(64, address.indexOf('@'));
  }

  @Provide
  Arbitrary<Tuple2<Double, Character>> changes() {
    return Keys.changes();
  }

  private static boolean isOther(String changed, String original) {
    boolean isAscii = changed.chars().allMatch(c -> c < 128);
    return !(isAscii && changed.equalsIgnoreCase(original));
  }
}
