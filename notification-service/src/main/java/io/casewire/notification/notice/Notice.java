package io.casewire.notification.notice;

/** Somebody is to be told something: what was decided, whether or not it is sent. */
public record Notice(Recipient recipient, Content content, Decision decision) {

  public Template template() {
    return content.template();
  }

  /** Whether the customer gets a mail. */
  public boolean isMailToCustomer() {
    return recipient instanceof Recipient.Customer && decision instanceof Decision.ByMail;
  }
}
