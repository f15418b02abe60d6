package io.casewire.routing.live;

import io.casewire.kit.signal.Signals;
import io.casewire.routing.casework.CaseChange;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The changes of cases as all replicas make them. A change is a hint to look again; after a lost
 * connection to the database an empty one says that some may have been missed.
 */
@ApplicationScoped
class CaseChanges {

  /** So many that a reader who does not keep up has gone away. */
  private static final int BUFFER = 512;

  private final Signals signals;
  private final Set<Consumer<Optional<CaseChange>>> listeners = ConcurrentHashMap.newKeySet();

  CaseChanges(Signals signals) {
    this.signals = signals;
  }

  void start(@Observes StartupEvent event) {
    signals.listen(CaseChange.CHANNEL, this::told, () -> tell(Optional.empty()));
  }

  /** All changes from now on; fails for a reader who is too slow. */
  Multi<Optional<CaseChange>> fromNow() {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              Consumer<Optional<CaseChange>> listener = emitter::emit;
              listeners.add(listener);
              emitter.onTermination(() -> listeners.remove(listener));
            },
            BUFFER);
  }

  private void told(String payload) {
    if (!listeners.isEmpty()) {
      payload.lines().map(CaseChange::parse).map(Optional::of).forEach(this::tell);
    }
  }

  private void tell(Optional<CaseChange> change) {
    listeners.forEach(listener -> listener.accept(change));
  }
}
