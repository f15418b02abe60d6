package io.casewire.intake.mail.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.intake.mail.ContentHash;
import io.casewire.intake.mail.MailCorpus;
import io.casewire.intake.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MailParserProperties {

  private static final List<byte[]> CORPUS = MailCorpus.all();

  @Property(tries = 400, seed = "20260302")
  void any_bytes_have_an_outcome_and_no_text_that_a_database_refuses(
      @ForAll @IntRange(max = 1_000) int chosen,
      @ForAll @IntRange(max = 60) int changes,
      @ForAll long seed) {
    byte[] mail = damaged(CORPUS.get(chosen % CORPUS.size()), changes, new Random(seed));

    ParseResult result = MailParser.parse(mail, MailLimits.DEFAULT);

    if (result instanceof ParseResult.Parsed(ParsedMail parsed)) {
      texts(parsed).forEach(MailParserProperties::assertStorable);
    }
    texts(MailParser.salvage(mail)).forEach(MailParserProperties::assertStorable);
  }

  @Property(tries = 200, seed = "20260302")
  void what_hops_add_on_top_leaves_the_content_hash_and_a_changed_letter_does_not(
      @ForAll @IntRange(max = 1_000) int chosen) {
    byte[] mail = CORPUS.get(chosen % CORPUS.size());
    String text = new String(mail, StandardCharsets.ISO_8859_1);

    ContentHash hopped = hash("Received: by relay.example;\r\n Tue, 3 Mar 2026\r\n" + text);

    assertEquals(ContentHash.of(mail), hopped);
    assertTrue(!ContentHash.of(mail).equals(hash(text + "x")));
  }

  private static ContentHash hash(String mail) {
    return ContentHash.of(mail.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] damaged(byte[] mail, int changes, Random random) {
    byte[] damaged = mail.clone();
    for (int change = 0; change < changes; change++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }

  private static Stream<String> texts(ParsedMail mail) {
    return Stream.of(
            Stream.of(mail.subject(), mail.text().visible(), mail.references().id().value()),
            Stream.ofNullable(mail.text().full()),
            mail.parties().from().stream()
                .flatMap(from -> Stream.of(from.address().value(), String.valueOf(from.name()))),
            mail.attachments().stream()
                .flatMap(file -> Stream.of(file.fileName(), file.mediaType())))
        .flatMap(texts -> texts);
  }

  private static void assertStorable(String text) {
    assertTrue(text.indexOf(0) < 0, "a NUL");
    assertTrue(
        text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE),
        "half a character");
  }
}
