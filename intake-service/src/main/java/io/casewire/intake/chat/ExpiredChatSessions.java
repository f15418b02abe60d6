package io.casewire.intake.chat;

import io.casewire.kit.expiry.Expiring;
import jakarta.enterprise.context.ApplicationScoped;

/** Sessions whose token nobody can use any more. Their cases stay. */
@ApplicationScoped
class ExpiredChatSessions implements Expiring {

  @Override
  public String deletion() {
    return """
        delete from chat_session where id in (
          select id from chat_session where expires_at < statement_timestamp()
          limit $1 for update skip locked)
        """;
  }
}
