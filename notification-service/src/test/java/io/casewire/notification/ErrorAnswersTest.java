package io.casewire.notification;

import io.casewire.testkit.ErrorAnswers;
import io.casewire.testkit.StackResource;
import io.casewire.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class ErrorAnswersTest {

  @TestFactory
  Stream<DynamicTest> every_operation_says_what_is_wrong_with_a_request() {
    return ErrorAnswers.ofEveryOperation(Tokens.of("zoe", "admin"));
  }
}
