package io.casewire.acceptance.load;

import io.casewire.acceptance.client.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Posts to a service as a good client of an unreliable world does: under one idempotency key, to
 * one replica after the other, when they ask for it, until somebody answers for good.
 */
final class PatientHttp {

  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final Http http;
  private final List<URI> replicas;
  private final Patience patience;
  private final LongAdder retries = new LongAdder();

  PatientHttp(Http http, List<URI> replicas, Patience patience) {
    this.http = http;
    this.replicas = List.copyOf(replicas);
    this.patience = patience;
  }

  /** One post, sent as often as it takes. */
  record Post(String path, String bearer, String key, String body) {}

  /**
   * The final answer; a failure when there is none until patience ends.
   *
   * @param turn which replica is asked first
   */
  CompletableFuture<HttpResponse<String>> send(Post post, long turn) {
    CompletableFuture<HttpResponse<String>> answer = new CompletableFuture<>();
    attempt(post, turn, 0, answer);
    return answer;
  }

  /** How often something was sent again. */
  long retries() {
    return retries.sum();
  }

  private void attempt(
      Post post, long turn, int attempts, CompletableFuture<HttpResponse<String>> answer) {
    http.send(request(post, replica(turn + attempts)))
        .whenComplete(
            (response, failure) -> {
              if (failure == null && isFinal(response)) {
                answer.complete(response);
              } else if (patience.lasts()) {
                retries.increment();
                Runnable again = () -> attempt(post, turn, attempts + 1, answer);
                askedFor(response)
                    .ifPresentOrElse(
                        wait -> Patience.afterAskedFor(wait, again),
                        () -> patience.later(attempts, again));
              } else {
                giveUp(answer, response, failure);
              }
            });
  }

  private static Optional<Duration> askedFor(@Nullable HttpResponse<String> response) {
    return Optional.ofNullable(response)
        .flatMap(answer -> answer.headers().firstValue("Retry-After"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private static void giveUp(
      CompletableFuture<HttpResponse<String>> answer,
      HttpResponse<String> response,
      Throwable failure) {
    if (failure == null) {
      answer.complete(response);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  private HttpRequest request(Post post, URI replica) {
    return HttpRequest.newBuilder(replica.resolve(post.path()))
        .timeout(patience.answerWithin())
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + post.bearer())
        .header("Idempotency-Key", post.key())
        .POST(BodyPublishers.ofString(post.body()))
        .build();
  }

  private URI replica(long turn) {
    return replicas.get((int) (turn % replicas.size()));
  }

  /** A conflict that names a time to come back is about to be over. */
  private static boolean isFinal(HttpResponse<String> response) {
    int status = response.statusCode();
    boolean comeBack = response.headers().firstValue("Retry-After").isPresent();
    return status < SERVER_ERROR && status != TOO_MANY && !(comeBack && status <= CONFLICT);
  }
}
