package io.casewire.acceptance.demo;

import io.casewire.acceptance.client.Desk;
import io.casewire.acceptance.stack.Deployment;
import io.casewire.acceptance.stack.LocalStack;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./casewire demo}: plays cases through their whole life and tells what happens. */
@Command(
    name = "demo",
    description = "Plays one case per channel, and one that nobody answers, on the running stack.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  /** The languages of the narration. */
  enum Language {
    zh,
    en
  }

  @Option(
      names = "--lang",
      split = ",",
      defaultValue = "zh,en",
      description = "In which languages: zh, en or both; default ${DEFAULT-VALUE}.")
  private List<Language> languages;

  @Override
  public Integer call() {
    Desk desk = new Desk(Deployment.of(LocalStack.ofLauncher()), Cast.OVERSEER);
    languages.forEach(language -> new Demo(desk, narrator(language)).play());
    return 0;
  }

  private static Narrator narrator(Language language) {
    return new Narrator(Locale.of(language.name()), System.out);
  }
}
