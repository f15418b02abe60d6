package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Letter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Customers who write a mail, and answer the mail that answers them. */
final class MailVoice implements CustomerVoice {

  private final Couriers couriers;
  private final Patience patience;
  private final String supportAddress;
  private final MailWatch arrivals;
  private final Ledger ledger;
  private final LongAdder retries = new LongAdder();

  MailVoice(
      Couriers couriers,
      Patience patience,
      String supportAddress,
      MailWatch arrivals,
      Ledger ledger) {
    this.couriers = couriers;
    this.patience = patience;
    this.supportAddress = supportAddress;
    this.arrivals = arrivals;
    this.ledger = ledger;
  }

  @Override
  public void open(Customer customer) {
    Letter letter =
        new Letter(
            "<first-" + customer.address() + ">",
            customer.address(),
            customer.address(),
            supportAddress,
            customer.text().subject(),
            null,
            List.of(),
            customer.text().body());
    send(
        customer,
        letter,
        0,
        () -> ledger.opened(customer, AcceptedMessage.mailed(customer, letter.messageId())));
  }

  @Override
  public void answered(Customer customer, UUID caseId) {
    MailWatch.Arrival acknowledgement = arrivals.firstMailTo(customer.address());
    if (customer.writesAgain() && acknowledgement != null) {
      String thread = acknowledgement.messageId();
      Letter letter =
          new Letter(
              "<more-" + customer.address() + ">",
              customer.address(),
              customer.address(),
              supportAddress,
              "Re: " + customer.text().subject(),
              thread,
              List.of(thread),
              CustomerTexts.more(customer.text()));
      send(
          customer,
          letter,
          0,
          () -> ledger.appended(AcceptedMessage.mailed(customer, letter.messageId())));
    }
  }

  /** The same mail again when the mail server did not say that it has it. */
  private void send(Customer customer, Letter letter, int attempts, Runnable onTaken) {
    couriers
        .carry(letter)
        .whenComplete(
            (_, failure) -> {
              if (failure == null) {
                onTaken.run();
              } else if (patience.lasts()) {
                retries.increment();
                patience.later(attempts, () -> send(customer, letter, attempts + 1, onTaken));
              } else {
                ledger.count(customer, "given up: " + failure);
              }
            });
  }

  @Override
  public long retries() {
    return retries.sum();
  }
}
