package io.casewire.acceptance.load;

import io.casewire.acceptance.client.ChatWindow;
import io.casewire.acceptance.client.Http;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** Customers who chat until they are answered, each on a thread of his own. */
final class ChatVoice implements CustomerVoice {

  private final Http http;
  private final List<URI> intakes;
  private final Patience patience;
  private final Ledger ledger;
  private final LongAdder retries = new LongAdder();

  ChatVoice(Http http, List<URI> intakes, Patience patience, Ledger ledger) {
    this.http = http;
    this.intakes = List.copyOf(intakes);
    this.patience = patience;
    this.ledger = ledger;
  }

  @Override
  public void open(Customer customer) {
    ledger.expectAnswer(customer);
    Thread.ofVirtual().start(() -> chat(new ChatVisit(customer, patience, ledger)));
  }

  private void chat(ChatVisit visit) {
    int failures = 0;
    for (int attempt = 0; !visit.isOver() && patience.lasts(); attempt++) {
      if (attempt > 0) {
        retries.increment();
        patience.pause(failures);
      }
      failures = talk(visit, attempt) ? 0 : failures + 1;
    }
    if (!visit.isOver()) {
      ledger.count(visit.customer(), "chat not finished");
    }
  }

  /**
   * Whether the visitor was let in. A lost connection is no lost chat: the visit goes on over the
   * next one.
   */
  private boolean talk(ChatVisit visit, int attempt) {
    URI intake = intakes.get((int) ((visit.customer().number() + attempt) % intakes.size()));
    int letIn = visit.timesLetIn();
    try (ChatWindow window = new ChatWindow(http, intake)) {
      visit.talk(window);
    } catch (ChatWindow.LostException e) {
      ledger.count(visit.customer(), "connection lost: " + e.getMessage());
    }
    return visit.timesLetIn() > letIn;
  }

  /** The chat itself shows the answer; the stream has nothing to tell here. */
  @Override
  public void answered(Customer customer, UUID caseId) {}

  @Override
  public long retries() {
    return retries.sum();
  }
}
