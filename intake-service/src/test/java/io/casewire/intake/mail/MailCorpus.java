package io.casewire.intake.mail;

import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.intake.mail.parse.MailParser;
import io.casewire.intake.mail.parse.ParseResult;
import io.casewire.intake.mail.parse.ParseResult.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mails under {@code src/test/resources/mail}, each with one thing wrong or odd about it. */
public final class MailCorpus {

  private MailCorpus() {}

  /** The bytes of one of them. */
  public static byte[] bytes(String name) {
    try (InputStream mail = MailCorpus.class.getResourceAsStream("/mail/" + name + ".eml")) {
      return mail.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of them, read within the usual limits. */
  public static ParsedMail read(String name) {
    ParseResult result = MailParser.parse(bytes(name), MailLimits.DEFAULT);
    if (result instanceof Parsed(ParsedMail mail)) {
      return mail;
    }
    throw new AssertionError(name + " was not read but " + result);
  }

  /** All of them, in a fixed order. */
  public static List<byte[]> all() {
    try (Stream<Path> files = Files.list(Path.of(MailCorpus.class.getResource("/mail").toURI()))) {
      return files.sorted().map(MailCorpus::bytesOf).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
