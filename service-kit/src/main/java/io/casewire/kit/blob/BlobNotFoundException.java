package io.casewire.kit.blob;

/** There is no content with this digest. */
public final class BlobNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BlobNotFoundException(Digest digest) {
    super("there is no content " + digest.text());
  }
}
