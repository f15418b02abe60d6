package io.casewire.routing.casework;

import io.casewire.kit.signal.Signals;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tells every replica which cases a transaction has changed, once it is committed. */
@ApplicationScoped
class ChangeSignals {

  /** PostgreSQL takes less than 8,000 bytes; all characters of a change are single bytes. */
  private static final int LONGEST = 7_900;

  private static final String BETWEEN = "\n";

  private final Signals signals;

  ChangeSignals(Signals signals) {
    this.signals = signals;
  }

  Uni<Void> send(UnitOfWork unitOfWork, Collection<CaseChange> changes) {
    Uni<Void> sent = Uni.createFrom().voidItem();
    for (String payload : payloads(changes)) {
      sent = sent.chain(() -> signals.send(unitOfWork, CaseChange.CHANNEL, payload));
    }
    return sent;
  }

  /** As few as possible. */
  static List<String> payloads(Collection<CaseChange> changes) {
    List<String> payloads = new ArrayList<>();
    StringBuilder payload = new StringBuilder();
    for (CaseChange change : changes) {
      String text = change.text();
      if (!payload.isEmpty() && payload.length() + BETWEEN.length() + text.length() > LONGEST) {
        payloads.add(payload.toString());
        payload.setLength(0);
      }
      payload.append(payload.isEmpty() ? "" : BETWEEN).append(text);
    }
    if (!payload.isEmpty()) {
      payloads.add(payload.toString());
    }
    return payloads;
  }
}
