package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.MailAttachment;
import io.casewire.intake.mail.parse.MimePart.Leaf;
import io.casewire.intake.mail.parse.MimePart.Multipart;
import io.casewire.intake.mail.text.RenderedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sorts a mail's parts into what was written and what was enclosed. Of alternatives the plain text
 * is read, the page only where there is none; nothing is dropped but other versions of the same
 * text.
 */
final class MailBody {

  private static final Set<String> SAME_TEXT_AGAIN =
      Set.of(
          "text/plain",
          "text/html",
          "text/x-amp-html",
          "text/watch-html",
          "text/enriched",
          "text/richtext",
          "text/rtf");

  private final int limit;
  private final List<RenderedText> texts = new ArrayList<>();
  private final List<MailAttachment> files = new ArrayList<>();

  private MailBody(int limit) {
    this.limit = limit;
  }

  /**
   * @param limit characters read of each text
   */
  static MailBody of(MimePart root, int limit) {
    MailBody body = new MailBody(limit);
    body.collect(root);
    return body;
  }

  List<RenderedText> texts() {
    return texts;
  }

  List<MailAttachment> files() {
    return files;
  }

  private void collect(MimePart part) {
    switch (part) {
      case Leaf leaf -> collectLeaf(leaf);
      case Multipart multi when isAlternative(multi) -> collectAlternative(multi);
      case Multipart multi -> multi.parts().forEach(this::collect);
    }
  }

  private void collectAlternative(Multipart alternatives) {
    MimePart read = bestOf(alternatives.parts());
    for (MimePart part : alternatives.parts()) {
      if (part == read) {
        collect(part);
      } else {
        collectFilesOnly(part);
      }
    }
  }

  // RFC 2046 lists alternatives from the plainest to the richest.
  private static MimePart bestOf(List<MimePart> alternatives) {
    MimePart richest = alternatives.getFirst();
    for (MimePart part : alternatives) {
      if (isWritten(part, "text/plain")) {
        return part;
      }
      richest = isWritten(part, "text/html") || part instanceof Multipart ? part : richest;
    }
    return richest;
  }

  private void collectFilesOnly(MimePart part) {
    switch (part) {
      case Leaf leaf when SAME_TEXT_AGAIN.contains(leaf.headers().mediaType()) -> {}
      case Leaf leaf -> addFile(leaf);
      case Multipart multi -> multi.parts().forEach(this::collectFilesOnly);
    }
  }

  private void collectLeaf(Leaf leaf) {
    PartHeaders headers = leaf.headers();
    boolean body = !headers.isAttachment() && headers.fileName().isEmpty();
    if (body && headers.mediaType().equals("text/plain")) {
      addPlain(leaf);
    } else if (body && headers.mediaType().equals("text/html")) {
      texts.add(PartText.ofPage(leaf, limit));
    } else {
      addFile(leaf);
    }
  }

  private void addPlain(Leaf leaf) {
    UuencodedFiles found = UuencodedFiles.in(PartText.decode(leaf));
    texts.add(PartText.ofPlain(leaf, found.text(), limit));
    found.files().forEach(file -> files.add(attachment(file.name(), leaf, false, file.content())));
  }

  private void addFile(Leaf leaf) {
    PartHeaders headers = leaf.headers();
    String name = headers.fileName().orElse("");
    boolean uuencoded = headers.getTransferEncoding().matches("(x-)?uu(encode|e)?");
    if (uuencoded) {
      UuencodedFiles.in(new String(leaf.content(), StandardCharsets.ISO_8859_1))
          .first()
          .ifPresentOrElse(
              file ->
                  files.add(
                      attachment(name.isEmpty() ? file.name() : name, leaf, true, file.content())),
              () -> files.add(attachment(name, leaf, true, leaf.content())));
    } else {
      files.add(attachment(name, leaf, true, leaf.content()));
    }
  }

  private static MailAttachment attachment(
      String name, Leaf leaf, boolean ownPart, byte[] content) {
    String mediaType = ownPart ? leaf.headers().mediaType() : "application/octet-stream";
    boolean inline = ownPart && !leaf.headers().isAttachment();
    return new MailAttachment(FileNames.clean(name, mediaType), mediaType, inline, content);
  }

  private static boolean isAlternative(Multipart multi) {
    return multi.headers().getSubType().equals("alternative") && !multi.parts().isEmpty();
  }

  private static boolean isWritten(MimePart part, String mediaType) {
    return part instanceof Leaf leaf
        && leaf.headers().mediaType().equals(mediaType)
        && !leaf.headers().isAttachment()
        && !new String(leaf.content(), StandardCharsets.ISO_8859_1).isBlank();
  }
}
