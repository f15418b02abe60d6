package io.casewire.intake.conversation;

import io.casewire.kit.signal.Signals;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells every replica after the commit that a chat session has new entries. */
@ApplicationScoped
public class ChatSignal {

  private static final String CHANNEL = "chat_feed";

  private final Signals signals;

  ChatSignal(Signals signals) {
    this.signals = signals;
  }

  /** Wakes the windows that show one of these threads. */
  Uni<Void> send(UnitOfWork unitOfWork, Collection<UUID> threads) {
    return Multi.createFrom()
        .iterable(threads)
        .onItem()
        .transformToUniAndConcatenate(
            threadId -> signals.send(unitOfWork, CHANNEL, threadId.toString()))
        .toUni()
        .replaceWithVoid();
  }

  /**
   * Listens from now on.
   *
   * @param onChange a session has new entries
   * @param onReconnect any session may have new entries
   */
  public void listen(Consumer<UUID> onChange, Runnable onReconnect) {
    signals.listen(CHANNEL, payload -> onChange.accept(UUID.fromString(payload)), onReconnect);
  }
}
