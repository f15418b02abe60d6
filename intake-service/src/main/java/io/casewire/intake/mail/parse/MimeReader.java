package io.casewire.intake.mail.parse;

import io.casewire.intake.mail.parse.MimePart.Leaf;
import io.casewire.intake.mail.parse.MimePart.Multipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Turns bytes into parts, token by token, and stops at the first limit. */
final class MimeReader {

  private final MailLimits limits;
  private final MimeTokenStream tokens;
  private final Deque<OpenMultipart> open = new ArrayDeque<>();
  private final List<MimePart> roots = new ArrayList<>();
  private int parts;
  private int headerBytes;

  private record OpenMultipart(PartHeaders headers, List<MimePart> parts, List<byte[]> preamble) {}

  private MimeReader(MailLimits limits) {
    this.limits = limits;
    MimeConfig config =
        MimeConfig.copy(MimeConfig.PERMISSIVE)
            .setMaxHeaderLen(limits.fieldBytes())
            .setMaxContentLen(-1)
            .build();
    this.tokens = new MimeTokenStream(config, new PartHeadersBuilder("text/plain"));
    this.tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
  }

  static MimePart read(byte[] raw, int offset, MailLimits limits)
      throws IOException, MimeException, LimitExceededException {
    MimeReader reader = new MimeReader(limits);
    reader.tokens.parse(new ByteArrayInputStream(raw, offset, raw.length - offset));
    return reader.readAll();
  }

  private MimePart readAll() throws IOException, MimeException, LimitExceededException {
    for (EntityState state = tokens.getState();
        state != EntityState.T_END_OF_STREAM;
        state = tokens.next()) {
      switch (state) {
        case T_START_BODYPART -> countPart();
        case T_FIELD -> countField();
        case T_START_MULTIPART -> openMultipart();
        case T_PREAMBLE -> open.element().preamble().add(tokens.getInputStream().readAllBytes());
        case T_BODY -> add(new Leaf(headers(), tokens.getDecodedInputStream().readAllBytes()));
        case T_END_MULTIPART -> closeMultipart();
        default -> {}
      }
    }
    return roots.getFirst();
  }

  private PartHeaders headers() {
    return (PartHeaders) tokens.getBodyDescriptor();
  }

  private void countPart() throws LimitExceededException {
    if (++parts > limits.parts()) {
      throw new LimitExceededException(UnparseableReason.TOO_MANY_PARTS);
    }
  }

  private void countField() throws LimitExceededException {
    headerBytes += tokens.getField().getRaw().length();
    if (headerBytes > limits.headerBytes()) {
      throw new LimitExceededException(UnparseableReason.HEADERS_TOO_LARGE);
    }
  }

  private void openMultipart() throws LimitExceededException {
    if (open.size() == limits.depth()) {
      throw new LimitExceededException(UnparseableReason.NESTED_TOO_DEEP);
    }
    open.push(new OpenMultipart(headers(), new ArrayList<>(), new ArrayList<>()));
  }

  private void closeMultipart() {
    OpenMultipart done = open.pop();
    if (done.parts().isEmpty()) {
      // The boundary never came: what should have been parts was read as preamble.
      PartHeaders text = new PartHeaders(List.of(), "text/plain");
      done.preamble().forEach(lost -> done.parts().add(new Leaf(text, lost)));
    }
    add(new Multipart(done.headers(), done.parts()));
  }

  private void add(MimePart part) {
    (open.isEmpty() ? roots : open.element().parts()).add(part);
  }
}
