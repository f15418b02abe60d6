package io.casewire.events.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.events.signed.CaseLink.Claims;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseLinkTest {

  private static final UUID CASE = UUID.fromString("019cac1c-e220-7e2b-acfa-79496c5ea1b3");
  private static final UUID OTHER_CASE = UUID.fromString("019cadab-2340-7eba-853d-9e30d3b0ee45");
  private static final Instant FROM = Instant.parse("2026-03-02T01:15:00Z");
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-08-29");
  private static final LinkHolder ZOE = LinkHolder.Mailbox.of(CASE, "zoe@example.com");
  private static final LinkHolder FORM = new LinkHolder.Form();
  private static final CaseLink LINKS = new CaseLink(Keys.RING);

  @Test
  void a_token_is_written_the_same_way_for_ever() {
    assertEquals(
        "k1.agokyhhceb7cxlh2pfewyxvbwm.f.1.20694.cen3x5hh3svf6mwjfutlily5eu",
        LINKS.issue(CASE, FORM, 1, FROM));
    assertEquals(
        "k1.agokyhhceb7cxlh2pfewyxvbwm.msu7fgmzkmdy3xakk.1.20694.276cbyplrysqmknutqgklqgia4",
        LINKS.issue(CASE, ZOE, 1, FROM));
  }

  @Property(seed = "61", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void a_token_gives_back_what_it_was_issued_for(
      @ForAll long most,
      @ForAll long least,
      @ForAll("holders") LinkHolder holder,
      @ForAll @Positive int generation) {
    UUID caseId = new UUID(most, least);

    String token = LINKS.issue(caseId, holder, generation, FROM);

    assertEquals(
        Optional.of(new Claims(caseId, holder, generation, LAST_DAY)), LINKS.verify(token, FROM));
    assertTrue(token.matches("[A-Za-z0-9._~-]+"), "nothing to escape in a URL (RFC 3986)");
  }

  @Property(seed = "62")
  void a_token_with_one_changed_character_is_refused(
      @ForAll("changes") Tuple2<Double, Character> change) {
    String token = LINKS.issue(CASE, ZOE, 1, FROM);
    String changed = Keys.change(token, change);
    Assume.that(!changed.equals(token));

    assertEquals(Optional.empty(), LINKS.verify(changed, FROM), changed);
  }

  @Test
  void the_holder_of_the_form_is_another_than_the_mailbox_in_it() {
    Claims form = LINKS.verify(LINKS.issue(CASE, FORM, 1, FROM), FROM).orElseThrow();
    Claims mailbox = LINKS.verify(LINKS.issue(CASE, ZOE, 1, FROM), FROM).orElseThrow();

    assertEquals(FORM, form.holder());
    assertEquals(ZOE, mailbox.holder());
  }

  @Test
  void every_participant_has_a_link_of_his_own() {
    LinkHolder sam = LinkHolder.Mailbox.of(CASE, "sam@example.com");

    assertNotEquals(LINKS.issue(CASE, ZOE, 1, FROM), LINKS.issue(CASE, sam, 1, FROM));
  }

  @Test
  void an_address_is_the_same_holder_however_it_is_written() {
    assertEquals(ZOE, LinkHolder.Mailbox.of(CASE, " Zoe@Example.com "));
  }

  @Test
  void the_links_of_one_person_on_two_cases_have_nothing_in_common() {
    assertNotEquals(ZOE, LinkHolder.Mailbox.of(OTHER_CASE, "zoe@example.com"));
  }

  @Test
  void a_token_does_not_show_the_address() {
    assertFalse(LINKS.issue(CASE, ZOE, 1, FROM).contains("zoe"));
  }

  @Test
  void a_token_is_valid_for_180_days_and_to_the_end_of_the_last_one() {
    String token = LINKS.issue(CASE, FORM, 1, FROM);

    assertTrue(LINKS.verify(token, Instant.parse("2026-08-29T23:59:59.999Z")).isPresent());
    assertEquals(Optional.empty(), LINKS.verify(token, Instant.parse("2026-08-30T00:00:00Z")));
  }

  @Test
  void whoever_writes_the_token_on_the_same_day_writes_the_same_one() {
    CaseLink elsewhere = new CaseLink(KeyRing.parse(Keys.key("k1", 1)));

    assertEquals(
        LINKS.issue(CASE, ZOE, 2, FROM),
        elsewhere.issue(CASE, ZOE, 2, Instant.parse("2026-03-02T22:00:00Z")));
  }

  @Test
  void a_new_generation_has_new_tokens_and_says_so() {
    String revoked = LINKS.issue(CASE, ZOE, 1, FROM);
    String renewed = LINKS.issue(CASE, ZOE, 2, FROM);

    assertEquals(1, LINKS.verify(revoked, FROM).orElseThrow().generation());
    assertEquals(2, LINKS.verify(renewed, FROM).orElseThrow().generation());
  }

  @Test
  void a_token_of_another_installation_is_refused() {
    String foreign = new CaseLink(Keys.OTHER).issue(CASE, FORM, 1, FROM);

    assertEquals(Optional.empty(), LINKS.verify(foreign, FROM));
  }

  @Test
  void a_token_signed_before_a_rotation_is_still_valid_and_one_of_a_retired_key_is_not() {
    CaseLink rotated = new CaseLink(Keys.ROTATED);

    assertTrue(rotated.verify(LINKS.issue(CASE, FORM, 1, FROM), FROM).isPresent());
    assertEquals(Optional.empty(), LINKS.verify(rotated.issue(CASE, FORM, 1, FROM), FROM));
  }

  @Test
  void what_was_signed_for_another_purpose_is_refused() {
    String link = LINKS.issue(CASE, FORM, 1, FROM);
    String body = link.substring(link.indexOf('.') + 1, link.lastIndexOf('.'));
    String signed = new SignedText(Keys.RING, "something else", 16).sign(body, "");

    assertEquals(Optional.empty(), LINKS.verify(signed, FROM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", ".....", "k1", "k1.a.f.1.1.a", "Bearer", "k1.\n"})
  void anything_else_is_refused(String token) {
    assertEquals(Optional.empty(), LINKS.verify(token, FROM));
  }

  @Test
  void a_generation_starts_at_1_and_a_hash_is_a_hash() {
    assertThrows(IllegalArgumentException.class, () -> LINKS.issue(CASE, FORM, 0, FROM));
    assertThrows(IllegalArgumentException.class, () -> new LinkHolder.Mailbox("a.b"));
  }

  @Provide
  Arbitrary<LinkHolder> holders() {
    return Arbitraries.oneOf(
        Arbitraries.just(FORM),
        Arbitraries.strings().ofMaxLength(20).map(address -> LinkHolder.Mailbox.of(CASE, address)));
  }

  @Provide
  Arbitrary<Tuple2<Double, Character>> changes() {
    return Keys.changes();
  }
}
