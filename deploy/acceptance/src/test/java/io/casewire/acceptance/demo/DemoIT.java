package io.casewire.acceptance.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.StackExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After the journeys: it defines queues and policies of its own. */
@ExtendWith(StackExtension.class)
@Order(Integer.MAX_VALUE - 1)
class DemoIT {

  private final Deployment casewire;

  DemoIT(Deployment casewire) {
    this.casewire = casewire;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void every_story_comes_to_its_end(String language) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Narrator narrator =
        new Narrator(Locale.of(language), new PrintStream(told, true, StandardCharsets.UTF_8));

    new Demo(new Desk(casewire, Cast.OVERSEER), narrator).play();

    String story = told.toString(StandardCharsets.UTF_8);
    assertTrue(story.contains(narrator.words("end")), story);
    System.out.println(story);
  }
}
