package io.casewire.intake.mail.parse;

import static io.casewire.intake.mail.MailCorpus.bytes;
import static io.casewire.intake.mail.MailCorpus.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.intake.mail.MailAttachment;
import io.casewire.intake.mail.MailReferences;
import io.casewire.intake.mail.MailText;
import io.casewire.intake.mail.MessageId;
import io.casewire.intake.mail.NamedAddress;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.parse.ParseResult.Unparseable;
import io.casewire.kit.mail.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailCorpusTest {

  @Nested
  class Charsets {

    @Test
    void what_is_called_gb2312_is_read_as_the_larger_set_that_programs_send() {
      ParsedMail mail = read("gb2312-subject-beyond-gb2312");
      assertEquals("退款還沒到账，请尽快處理", mail.subject());
      assertEquals("我上周付了两次，朱镕基路店的那笔還沒退。", visible(mail));
    }

    @Test
    void a_character_split_between_two_encoded_words_is_whole() {
      assertEquals("账户被冻结，无法提现", read("subject-split-inside-a-character").subject());
    }

    @Test
    void bytes_in_a_header_are_read_in_the_charset_of_the_text() {
      assertEquals("银行卡扣款失败", read("gb18030-raw-header").subject());
      assertEquals("李华", read("bad-date-and-8bit-name").parties().identity().orElseThrow().name());
    }

    @Test
    void an_unknown_charset_is_guessed() {
      assertEquals("Die Überweisung ist weg.", visible(read("unknown-charset-that-is-utf8")));
    }

    @Test
    void latin_1_is_read_as_what_windows_programs_mean_by_it() {
      ParsedMail mail = read("latin1-that-is-windows-1252");
      assertEquals("Refund € 20", mail.subject());
      assertEquals("It was €20 – not “30”.", visible(mail));
    }

    @Test
    void an_empty_encoded_word_costs_nothing_else() {
      assertEquals("Where is my money?", read("empty-encoded-word").subject());
    }

    @Test
    void what_no_database_stores_is_gone_however_it_is_written() {
      assertEquals("Payment a b", read("nul-bytes").subject());
      assertEquals("Payment failed.", visible(read("nul-bytes")));
      String page = visible(read("html-with-nul-and-half-a-surrogate"));
      assertEquals("The payment\ufffd failed \u0001twice", page.replace("The\ufffd", "The"));
    }
  }

  @Nested
  class Quotes {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            qq-reply             | 还没有收到，麻烦再查一下。
            apple-reply-plain    | Thank you, but the amount is wrong.
            flowed-with-signature| This line was broken by my program, and it goes on.
            """)
    void only_what_was_written_this_time_is_shown(String name, String visible) {
      ParsedMail mail = read(name);
      assertEquals(visible, visible(mail));
      assertTrue(mail.text().full().length() > visible.length());
    }

    @Test
    void outlooks_answer_ends_where_outlook_marks_it() {
      assertEquals(
          "Still nothing on my account.\nLi", visible(read("outlook-reply")).replace("\n\n", "\n"));
    }

    @Test
    void answers_between_the_lines_of_a_quote_are_shown() {
      String visible = visible(read("gmail-reply-with-answers-between"));
      assertTrue(visible.contains("See below."), visible);
      assertTrue(visible.contains("Order 88231."), visible);
      assertTrue(visible.contains("Last Friday."), visible);
      assertFalse(visible.contains("Which order was it?"), visible);
    }

    @Test
    void a_mail_that_is_all_quote_shows_the_quote() {
      assertEquals("> The whole of it\n> is a quote.", visible(read("quote-only")));
    }
  }

  @Nested
  class Structure {

    @Test
    void the_plain_text_is_read_and_every_file_is_kept() {
      ParsedMail mail = read("nested-multiparts");
      assertEquals("The plain text.", visible(mail));
      assertEquals(List.of("logo.png", "receipt.pdf"), fileNames(mail));
      assertEquals(
          List.of(true, false), mail.attachments().stream().map(MailAttachment::inline).toList());
    }

    @Test
    void a_boundary_that_never_comes_hides_no_text() {
      assertTrue(visible(read("boundary-never-comes")).contains("My card was charged twice."));
    }

    @Test
    void a_mail_that_was_cut_off_is_read_as_far_as_it_goes() {
      ParsedMail mail = read("boundary-not-closed");
      assertEquals("The first part is whole.", visible(mail));
      assertArrayEquals(new byte[] {0, 1, 2}, mail.attachments().getFirst().content());
    }

    @Test
    void what_a_mail_store_wrote_above_the_header_is_skipped() {
      ParsedMail mail = read("bare-linefeeds-and-mbox-line");
      assertEquals("Unix", mail.subject());
      assertEquals("From a mail store.", visible(mail));
    }

    @Test
    void a_uuencoded_file_is_a_file() {
      ParsedMail mail = read("uuencoded-file-in-the-text");
      assertEquals("Here is the file.\n\nThat was it.", visible(mail));
      assertEquals(List.of("cat.txt"), fileNames(mail));
      assertEquals(
          "Cat", new String(mail.attachments().getFirst().content(), StandardCharsets.US_ASCII));
    }

    @Test
    void outlooks_container_is_kept_as_a_file() {
      ParsedMail mail = read("winmail");
      assertEquals("Please see the contract.", visible(mail));
      assertEquals(List.of("winmail.dat"), fileNames(mail));
    }

    @Test
    void file_names_are_decoded_in_both_notations() {
      assertEquals(List.of("发票.pdf", "截图.png"), fileNames(read("rfc2231-names")));
    }

    @Test
    void file_names_can_not_lead_anywhere_or_pretend_to_be_another() {
      assertEquals(
          List.of("passwd", "invoicefdp.exe", "attachment"), fileNames(read("dangerous-names")));
    }
  }

  @Nested
  class Headers {

    @Test
    void who_names_nobody_is_nobody() {
      assertTrue(read("empty-from").parties().identity().isEmpty());
    }

    @Test
    void every_author_of_every_from_field_counts() {
      assertEquals(
          List.of("a@customers.example", "b@strangers.example", "c@strangers.example"),
          read("several-from-fields").parties().authors().stream()
              .map(EmailAddress::value)
              .toList());
    }

    @Test
    void a_name_is_no_address_and_who_answers_is_not_who_wrote() {
      NamedAddress identity =
          read("name-that-looks-like-an-address").parties().identity().orElseThrow();
      assertEquals("li.hua@customers.example", identity.address().value());
      assertEquals("ceo@bank.example", identity.name());
    }

    @Test
    void a_mail_without_a_message_id_gets_one_that_is_always_the_same() {
      MailReferences first = read("no-message-id-and-no-date").references();
      assertTrue(first.synthetic());
      assertEquals(first.id(), read("no-message-id-and-no-date").references().id());
      assertNull(read("no-message-id-and-no-date").claimedSentAt());
    }

    @Test
    void a_header_without_end_is_not_read() {
      assertEquals(
          new Unparseable(UnparseableReason.HEADERS_TOO_LARGE),
          MailParser.parse(bytes("giant-header"), MailLimits.DEFAULT));
    }

    @Test
    void of_a_long_thread_the_first_and_the_newest_mails_are_kept() {
      MailReferences references = read("many-references").references();
      assertEquals(MailReferences.MAX_REFERENCES, references.references().size());
      assertEquals(new MessageId("r0@mail.example"), references.references().getFirst());
      assertEquals(new MessageId("r59@mail.example"), references.references().getLast());
      assertEquals(
          List.of(new MessageId("p1@mail.example"), new MessageId("p2@mail.example")),
          references.inReplyTo());
    }

    @Test
    void ids_are_read_from_encoded_words_where_none_should_be() {
      MailReferences references = read("encoded-references").references();
      assertEquals(
          List.of(new MessageId("one.that.is.long.enough.to.be.folded.by.a.library@mail.example")),
          references.inReplyTo());
      assertEquals(
          List.of(new MessageId("r0@mail.example"), new MessageId("r1@mail.example")),
          references.references());
    }

    @Test
    void an_international_domain_has_one_form() {
      assertEquals(
          "user@xn--fsqu00a.xn--0zwm56d",
          read("idn-sender").parties().identity().orElseThrow().address().value());
    }

    @Test
    void of_what_can_not_be_read_the_header_is_told_and_the_whole_is_a_file() {
      ParsedMail mail = MailParser.salvage(bytes("giant-header"));
      assertEquals(
          "li.hua@customers.example", mail.parties().identity().orElseThrow().address().value());
      assertArrayEquals(bytes("giant-header"), mail.attachments().getFirst().content());
    }
  }

  @Test
  void over_the_limits_attached_files_come_before_pictures_in_the_text() {
    // Given
    MailLimits one =
        new MailLimits(1_000_000, 100_000, 50_000, 20, 500, 1, 1_000_000, 5_000, 100_000);

    // When
    ParseResult result = MailParser.parse(bytes("nested-multiparts"), one);

    // Then
    ParsedMail mail = ((ParseResult.Parsed) result).mail();
    assertEquals(List.of("receipt.pdf"), fileNames(mail));
    assertEquals("logo.png", mail.omitted().getFirst().fileName());
  }

  @Test
  void a_text_with_thousands_of_links_is_replaced_by_a_notice() {
    // Given
    byte[] spam = new byte[0];
    String links = "http://a.example/ ".repeat(6_000);
    spam = ("From: a@b.example\n\n" + links).getBytes(StandardCharsets.US_ASCII);

    // When
    ParsedMail mail = ((ParseResult.Parsed) MailParser.parse(spam, MailLimits.DEFAULT)).mail();

    // Then
    assertEquals(MailText.Notice.TOO_MANY_LINKS, mail.text().notice());
  }

  @Test
  void no_bytes_are_no_mail_and_too_many_are_not_read() {
    assertEquals(new ParseResult.Empty(), MailParser.parse(new byte[0], MailLimits.DEFAULT));
    byte[] large = new byte[MailLimits.DEFAULT.totalBytes() + 1];
    Arrays.fill(large, (byte) 'a');
    assertEquals(
        new Unparseable(UnparseableReason.TOO_LARGE), MailParser.parse(large, MailLimits.DEFAULT));
  }

  private static String visible(ParsedMail mail) {
    return mail.text().visible();
  }

  private static List<String> fileNames(ParsedMail mail) {
    return mail.attachments().stream().map(MailAttachment::fileName).toList();
  }
}
