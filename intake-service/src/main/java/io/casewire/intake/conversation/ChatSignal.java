package io.casewire.intake.conversation;

import io.casewire.kit.signal.Signals;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells every replica that a chat session has more to show, when that is committed. */
@ApplicationScoped
public class ChatSignal {

  private static final String CHANNEL = "chat_feed";

  private final Signals signals;

  ChatSignal(Signals signals) {
    this.signals = signals;
  }

  /** Whoever shows one of these cases in a chat is to look. */
  Uni<Void> changed(UnitOfWork unitOfWork, Collection<CaseEntity> cases) {
    return Multi.createFrom()
        .iterable(
            cases.stream()
                .map(entity -> entity.chatSessionId)
                .filter(Objects::nonNull)
                .distinct()
                .toList())
        .onItem()
        .transformToUniAndConcatenate(
            sessionId -> signals.send(unitOfWork, CHANNEL, sessionId.toString()))
        .toUni()
        .replaceWithVoid();
  }

  /**
   * Listens from now on.
   *
   * @param onChange a session has more to show
   * @param onReconnect any session may have
   */
  public void listen(Consumer<UUID> onChange, Runnable onReconnect) {
    signals.listen(CHANNEL, payload -> onChange.accept(UUID.fromString(payload)), onReconnect);
  }
}
