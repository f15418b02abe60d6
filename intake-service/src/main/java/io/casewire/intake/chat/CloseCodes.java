package io.casewire.intake.chat;

/** Why a socket is closed (RFC 6455 section 7.4.1 and the registry that it opens). */
final class CloseCodes {

  static final int NORMAL = 1000;
  static final int UNSUPPORTED = 1003;
  static final int POLICY = 1008;
  static final int TRY_AGAIN_LATER = 1013;

  private CloseCodes() {}
}
