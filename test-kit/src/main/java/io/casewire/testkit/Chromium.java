package io.casewire.testkit;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser; tests that need it are skipped, with a message, where there is none. */
public final class Chromium implements AutoCloseable {

  /** Where to put pictures of what is shown, for people who want to look; none by default. */
  private static final Optional<Path> PICTURES =
      Optional.ofNullable(System.getenv("CASEWIRE_PICTURES")).map(Path::of);

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or skips the test. */
  public static Chromium start() {
    Optional<Path> program =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(program.isPresent(), "No Chromium here: install the package chromium");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    com.microsoft.playwright.Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program.get())
                    // It runs as whoever runs the tests, in a container as root.
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    return new Chromium(playwright, browser);
  }

  /** The browser of somebody who has never been here. */
  public BrowserContext person(String language, int width) {
    return browser.newContext(
        new NewContextOptions()
            .setLocale(language)
            .setTimezoneId("Asia/Shanghai")
            .setViewportSize(width, 844));
  }

  /** The browser of somebody who has switched JavaScript off. */
  public BrowserContext personWithoutJavaScript(String language) {
    return browser.newContext(
        new NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
  }

  /** Keeps a picture of the page if somebody wants to look at it. */
  public static void picture(Page page, String name) {
    PICTURES.ifPresent(
        directory ->
            page.screenshot(
                new ScreenshotOptions()
                    .setPath(directory.resolve(name + ".png"))
                    .setFullPage(true)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
