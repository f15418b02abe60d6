package io.casewire.intake.chat;

import io.casewire.kit.expiry.Expiring;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Has sessions removed whose token nobody can use any more. Their cases stay. */
class ExpiredChatSessions {

  @Produces
  @Singleton
  Expiring chatSessions() {
    return new Expiring("chat_session", "id", "expires_at < statement_timestamp()");
  }
}
