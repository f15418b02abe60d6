package io.casewire.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewire.kit.problem.Problem;
import io.casewire.kit.transaction.Faults;
import io.casewire.kit.transaction.Transactions;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.function.Function;

/**
 * Does the work of a request once, however often the client repeats the request.
 *
 * <p>Guarantees: the work and the memory of it are one transaction. Of requests that run at the
 * same time one takes effect, the others are rolled back and get its answer. Work that fails, a
 * {@link Problem} included, leaves the key unused. An answer is kept for 24 hours.
 *
 * <p>The usual request is the first one, so the work is begun without asking; that it was done
 * before shows when it is to be remembered.
 *
 * <p>What is kept is the work's result and not the response, which may hold secrets that are kept
 * nowhere; the endpoint makes the same response from the same result.
 */
@ApplicationScoped
public class Idempotency {

  private final Transactions transactions;
  private final ObjectMapper json;

  Idempotency(Transactions transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * Does the work in a transaction, or gives the result of the request that did it before.
   *
   * @param type what the result is read as
   * @throws Problem 422 (as the failure of the result) if the key was used with another body
   */
  public <T> Uni<Outcome<T>> once(
      RequestKey key, Class<T> type, Function<UnitOfWork, Uni<T>> work) {
    return switch (key) {
      case RequestKey.None none ->
          transactions.write(work).map(value -> new Outcome<>(value, false));
      case RequestKey.Given given ->
          transactions
              .write(unitOfWork -> workAndRemember(unitOfWork, given, work))
              .onFailure(failure -> !Faults.isTransient(failure))
              .recoverWithUni(failure -> replayOrFail(given, type, failure));
    };
  }

  private <T> Uni<Outcome<T>> workAndRemember(
      UnitOfWork unitOfWork, RequestKey.Given key, Function<UnitOfWork, Uni<T>> work) {
    return work.apply(unitOfWork)
        .call(value -> remember(unitOfWork, key, value))
        .map(value -> new Outcome<>(value, false));
  }

  private Uni<Void> remember(UnitOfWork unitOfWork, RequestKey.Given key, Object value) {
    return unitOfWork
        .session()
        .flush()
        .chain(() -> Answers.add(unitOfWork.session(), key, write(value)))
        .invoke(
            added -> {
              if (!added) {
                throw new RepeatedException();
              }
            })
        .replaceWithVoid();
  }

  /** What fails may fail because the first request has done it. */
  private <T> Uni<Outcome<T>> replayOrFail(RequestKey.Given key, Class<T> type, Throwable failure) {
    return transactions
        .read(session -> Answers.find(session, key))
        .chain(
            found ->
                found
                    .map(answer -> Uni.createFrom().item(() -> replay(answer, key, type)))
                    .orElseGet(() -> Uni.createFrom().failure(failure)));
  }

  private <T> Outcome<T> replay(Answers.StoredAnswer stored, RequestKey.Given key, Class<T> type) {
    if (!MessageDigest.isEqual(stored.bodyDigest(), key.bodyDigest())) {
      throw Problem.unprocessable(
          "idempotency-key-reused",
          "The idempotency key was used for another request",
          "The body is not the one that came with this key before. Send it with a new key.");
    }
    return new Outcome<>(read(stored.answer(), type), true);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result can't be kept", e);
    }
  }

  private <T> T read(String answer, Class<T> type) {
    try {
      return json.readValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept result can't be read", e);
    }
  }

  /** A request with the same key was committed before. Rolls this one back. */
  private static final class RepeatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RepeatedException() {
      super("a request with this key was first", null, false, false);
    }
  }
}
