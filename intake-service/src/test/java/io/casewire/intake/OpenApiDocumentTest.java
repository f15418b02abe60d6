package io.casewire.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Clients read the committed document, so it is what the service does. */
@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class OpenApiDocumentTest {

  private static final Path COMMITTED = Path.of("../docs/api/intake.yaml");
  private static final Path SERVED = Path.of("target/intake.yaml");

  @Test
  void the_committed_document_is_the_served_one() throws IOException {
    // When
    String served =
        RestAssured.given().accept("application/yaml").get("/q/openapi").body().asString();

    // Then
    Files.writeString(SERVED, served);
    String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
    assertEquals(committed, served, "Copy " + SERVED + " to " + COMMITTED);
  }
}
