package io.casewire.intake.mail.parse;

import java.util.List;

/** A mail's structure. An enclosed mail is a leaf: it is a file, not part of what was written. */
sealed interface MimePart {

  PartHeaders headers();

  /** A part with a body, its transfer encoding undone. */
  record Leaf(PartHeaders headers, byte[] content) implements MimePart {}

  /** A part made of parts. */
  record Multipart(PartHeaders headers, List<MimePart> parts) implements MimePart {

    public Multipart {
      parts = List.copyOf(parts);
    }
  }
}
