package io.casewire.intake.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file of a message; its content is in the blob store under its digest. */
@Entity
@Table(name = "attachment")
class AttachmentEntity {

  @Id UUID id;

  @Column(name = "message_id")
  UUID messageId;

  int place;

  @Column(name = "file_name")
  String fileName;

  @Column(name = "content_type")
  String contentType;

  long size;
  String digest;
  boolean unscanned;

  protected AttachmentEntity() {}

  AttachmentEntity(UUID messageId, int place, StoredFile file) {
    this.id = file.attachmentId();
    this.messageId = messageId;
    this.place = place;
    this.fileName = file.fileName();
    this.contentType = file.contentType();
    this.size = file.size();
    this.digest = file.digest();
    this.unscanned = file.unscanned();
  }

  StoredFile file() {
    return new StoredFile(id, fileName, contentType, size, digest, unscanned);
  }
}
