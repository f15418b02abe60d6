package io.casewire.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = StackResource.MAIL, value = "true"))
class ApiDocumentTest {

  private static final Path COMMITTED = Path.of("../docs/api/notification-service.yaml");

  @Test
  void the_committed_document_is_what_the_service_serves() throws IOException {
    // When
    String served = RestAssured.get("/q/openapi").asString();

    // Then
    Files.writeString(Path.of("target/notification-service.yaml"), served);
    assertEquals(
        Files.readString(COMMITTED),
        served,
        "copy target/notification-service.yaml to docs/api if the change is meant");
  }
}
