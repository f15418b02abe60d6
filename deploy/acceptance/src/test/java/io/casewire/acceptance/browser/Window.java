package io.casewire.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One person's browser, with cookies of its own. Everything that is not there yet is waited for.
 */
final class Window implements AutoCloseable {

  private static final double PATIENCE_MILLIS = 30_000;
  private static final int WIDE = 1280;
  private static final int HIGH = 900;
  private static final int PHONE_WIDE = 390;
  private static final int PHONE_HIGH = 844;

  private final BrowserContext context;
  private final Page page;
  private final String language;
  private final String name;

  Window(Browser browser, String language, String name) {
    this.language = language;
    this.name = name;
    this.context =
        browser.newContext(new NewContextOptions().setLocale(language).setViewportSize(WIDE, HIGH));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
  }

  /** Opens a page, which must be in the person's language. */
  void visit(URI address) {
    page.navigate(address.toString());
    assertLanguage();
  }

  /** The page that is open now must be in the person's language. */
  void assertLanguage() {
    assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile(language + ".*"));
  }

  void fill(String selector, String text) {
    page.locator(selector).fill(text);
  }

  void click(String selector) {
    page.locator(selector).first().click();
  }

  /** Clicks on the first of these that shows this text. */
  void click(String selector, String text) {
    showing(selector, text).first().click();
  }

  /** Waits until one of these shows this text. */
  void awaitText(String selector, String text) {
    showing(selector, text).first().waitFor();
  }

  /** The text of the first of these. */
  String text(String selector) {
    return page.locator(selector).first().innerText();
  }

  /** Whether there is such a thing on the page now. */
  boolean has(String selector) {
    return page.locator(selector).count() > 0;
  }

  /** The page must not show this anywhere. */
  void assertHides(String text) {
    assertThat(page.locator("body")).not().containsText(text);
  }

  /** Loads the page anew. */
  void reload() {
    page.reload();
  }

  /** Keeps what the person sees, on a desktop's screen and on a phone's. */
  void show(String what) {
    shoot(what, "");
    page.setViewportSize(PHONE_WIDE, PHONE_HIGH);
    shoot(what, "-phone");
    page.setViewportSize(WIDE, HIGH);
  }

  private void shoot(String what, String suffix) {
    Path file =
        Path.of(
            System.getProperty("casewire.screenshots"),
            "%s-%s-%s%s.png".formatted(language, name, what, suffix));
    page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** On a phone nothing may stick out to the right. */
  void assertFitsPhone() {
    page.setViewportSize(PHONE_WIDE, PHONE_HIGH);
    int width = (int) page.evaluate("document.documentElement.scrollWidth");
    page.setViewportSize(WIDE, HIGH);
    if (width > PHONE_WIDE) {
      throw new AssertionError(page.url() + " is " + width + " wide on a phone");
    }
  }

  private Locator showing(String selector, String text) {
    return page.locator(selector).filter(new FilterOptions().setHasText(text));
  }

  @Override
  public void close() {
    context.close();
  }
}
