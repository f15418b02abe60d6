package io.casewire.intake.mail;

import io.casewire.kit.mail.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who a mail says it is from and to. {@code From} is who wrote, {@code Reply-To} only where to
 * answer: taking it for the sender would let anybody write in another person's name.
 *
 * @param from every address of every {@code From} field, in order; more than one makes the sender
 *     ambiguous, since checks made on the way looked at one of them only
 * @param sender the {@code Sender} field
 * @param replyTo in order
 * @param recipients of {@code To}, {@code Cc} and {@code X-Original-To}
 */
public record MailParties(
    List<NamedAddress> from,
    @Nullable NamedAddress sender,
    List<NamedAddress> replyTo,
    List<EmailAddress> recipients) {

  public MailParties {
    from = List.copyOf(from);
    replyTo = List.copyOf(replyTo);
    recipients = List.copyOf(recipients);
  }

  /** Who wrote: the first {@code From} address; empty when the mail names nobody. */
  public Optional<NamedAddress> identity() {
    return from.stream().findFirst();
  }

  /** Everybody the mail names as its author, each once. */
  public List<EmailAddress> authors() {
    return from.stream().map(NamedAddress::address).distinct().toList();
  }

  /** Where the sender wants the answer. */
  public Optional<NamedAddress> answerTo() {
    return replyTo.stream().findFirst().or(this::identity);
  }
}
