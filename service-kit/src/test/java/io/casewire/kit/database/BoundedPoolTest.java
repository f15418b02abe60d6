package io.casewire.kit.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.kit.problem.Http;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class BoundedPoolTest {

  @TestHTTPResource("/")
  URI root;

  @Inject Transactions transactions;

  @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
  int size;

  @Test
  void a_request_that_gets_no_connection_is_told_to_come_back() {
    CompletableFuture<Void> release = new CompletableFuture<>();
    try {
      // Given
      for (int i = 0; i < size; i++) {
        transactions
            .write(unitOfWork -> Uni.createFrom().completionStage(release))
            .subscribeAsCompletionStage();
      }

      // When
      var answer = Http.answer(new Http(root).postJson("/tickets", "{\"subject\":\"late\"}"));

      // Then
      assertEquals(503, answer.statusCode(), answer.body());
    } finally {
      release.complete(null);
    }
  }
}
