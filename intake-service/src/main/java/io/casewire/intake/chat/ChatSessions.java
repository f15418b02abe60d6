package io.casewire.intake.chat;

import io.casewire.intake.analysis.TextAnalysis;
import io.casewire.intake.conversation.ChatFeed;
import io.casewire.kit.expiry.Expiring;
import io.casewire.kit.id.Ids;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The sessions of visitors: begins them, and finds them by the token that the client shows. */
@ApplicationScoped
class ChatSessions {

  private static final Duration LIFETIME = Duration.ofDays(180);
  private static final String DEFAULT_LOCALE = "en";

  private final Transactions transactions;
  private final ChatFeed feed;
  private final TextAnalysis texts;
  private final Clock clock;

  ChatSessions(Transactions transactions, ChatFeed feed, TextAnalysis texts, Clock clock) {
    this.transactions = transactions;
    this.feed = feed;
    this.texts = texts;
    this.clock = clock;
  }

  /** Removes sessions whose token opens nothing any more. Their cases stay. */
  @Produces
  @Singleton
  static Expiring expired() {
    return new Expiring("chat_session", "id", "expires_at < statement_timestamp()");
  }

  /**
   * Goes on with the session of the visitor's token, or begins one.
   *
   * @throws FrameException if the e-mail address of the frame is none
   */
  Uni<Greeting> greet(ClientFrame.Hello hello) {
    Visitor visitor = visitor(hello);
    Instant now = clock.instant();
    // A visitor who comes back waits for an answer, and goes before a new one.
    Transactions line =
        hello.sessionToken() == null ? transactions.forNewChats() : transactions.forOpenChats();
    return line.write(
        unitOfWork ->
            known(unitOfWork.session(), hello.sessionToken(), now)
                .chain(
                    known ->
                        known == null
                            ? begin(unitOfWork, hello, visitor, now)
                            : resume(unitOfWork, known, hello, visitor, now)));
  }

  private Visitor visitor(ClientFrame.Hello hello) {
    String address =
        hello.email() == null || hello.email().isBlank()
            ? null
            : EmailAddress.parse(hello.email())
                .map(EmailAddress::value)
                .orElseThrow(
                    () -> new FrameException(Frames.INVALID, "email is no e-mail address"));
    return new Visitor(texts.redactNullable(hello.name()), address, hello.locale());
  }

  private static Uni<@Nullable ChatSessionEntity> known(
      Mutiny.Session session, @Nullable String token, Instant now) {
    return token == null
        ? Uni.createFrom().nullItem()
        : session
            .createSelectionQuery(
                "from ChatSessionEntity where tokenHash = ?1 and expiresAt > ?2",
                ChatSessionEntity.class)
            .setParameter(1, new SessionToken(token).hash())
            .setParameter(2, now)
            .getSingleResultOrNull();
  }

  private static Uni<Greeting> begin(
      UnitOfWork unitOfWork, ClientFrame.Hello hello, Visitor visitor, Instant now) {
    SessionToken token = SessionToken.next();
    ChatSessionEntity session = new ChatSessionEntity(Ids.next(), token.hash());
    session.locale = DEFAULT_LOCALE;
    visitor.introduceTo(session);
    session.expiresAt = now.plus(LIFETIME);
    boolean forged = hello.sessionToken() != null;
    return unitOfWork
        .session()
        .persist(session)
        .replaceWith(
            new Greeting(
                session.id,
                token.text(),
                forged,
                session.locale,
                Optional.empty(),
                ChatFeed.Extent.EMPTY));
  }

  private Uni<Greeting> resume(
      UnitOfWork unitOfWork,
      ChatSessionEntity session,
      ClientFrame.Hello hello,
      Visitor visitor,
      Instant now) {
    visitor.introduceTo(session);
    session.expiresAt = now.plus(LIFETIME);
    return feed.current(unitOfWork.session(), session.id)
        .chain(
            current ->
                feed.extent(unitOfWork.session(), session.id)
                    .map(
                        extent ->
                            new Greeting(
                                session.id,
                                hello.sessionToken(),
                                false,
                                session.locale,
                                current,
                                extent)));
  }

  /** A visitor, by his own account; a part that is missing stays as it was. */
  private record Visitor(@Nullable String name, @Nullable String address, @Nullable String locale) {

    void introduceTo(ChatSessionEntity session) {
      session.name = name == null ? session.name : name;
      session.address = address == null ? session.address : address;
      session.locale = locale == null ? session.locale : locale;
    }
  }

  /**
   * The session of a visitor who has said hello.
   *
   * @param tokenUnknown whether the client showed a token that is not, or no longer, valid
   */
  record Greeting(
      UUID sessionId,
      String token,
      boolean tokenUnknown,
      String locale,
      Optional<ChatFeed.ChatCase> currentCase,
      ChatFeed.Extent feed) {

    /** The frame that answers hello. */
    ServerFrame.Welcome welcome(Duration heartbeat) {
      return new ServerFrame.Welcome(
          token,
          currentCase.map(ChatFeed.ChatCase::caseId).orElse(null),
          currentCase.map(ChatFeed.ChatCase::caseNumber).orElse(null),
          heartbeat.toSeconds());
    }
  }
}
