package io.casewire.intake.chat;

import io.casewire.intake.conversation.Sender;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A visitor of the chat, known by his token. */
@Entity
@Table(name = "chat_session")
class ChatSessionEntity {

  @Id UUID id;

  @Column(name = "token_hash")
  byte[] tokenHash;

  @Nullable String name;
  @Nullable String address;
  String locale;

  @Column(name = "expires_at")
  Instant expiresAt;

  protected ChatSessionEntity() {}

  ChatSessionEntity(UUID id, byte[] tokenHash) {
    this.id = id;
    this.tokenHash = tokenHash;
  }

  /** The sender of the messages. */
  Sender sender() {
    return Sender.of(address, name, locale);
  }
}
