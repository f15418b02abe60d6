package io.casewire.acceptance.audit;

/** The mark of records that a fault run puts on the stream so that nobody can apply them. */
public final class PoisonMark {

  /** The header that such a record has. */
  public static final String HEADER = "casewire-poison";

  private PoisonMark() {}
}
