package io.casewire.acceptance.client;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** The report of a mail server (RFC 3464) that the address of a mail does not exist. */
record DeliveryReport(Letter original) {

  private static final String NO_SENDER = "<>";

  /** The report, to whoever sent the mail. */
  SMTPMessage asMessage(Session session) throws MessagingException {
    SMTPMessage message = new SMTPMessage(session, new ByteArrayInputStream(bytes()));
    message.setEnvelopeFrom(NO_SENDER);
    return message;
  }

  Address[] recipients() throws MessagingException {
    return new Address[] {new InternetAddress(original.from())};
  }

  private byte[] bytes() {
    return """
    From: Mail Delivery System <MAILER-DAEMON@customers.example>
    To: %s
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Auto-Submitted: auto-replied
    Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

    --edge
    Content-Type: text/plain; charset=utf-8

    Your mail could not be delivered.
    --edge
    Content-Type: message/delivery-status

    Reporting-MTA: dns; customers.example

    Final-Recipient: rfc822; %s
    Action: failed
    Status: 5.1.1
    --edge
    Content-Type: text/rfc822-headers

    Message-ID: %s
    --edge--
    """
        .formatted(original.from(), original.to(), original.messageId())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
