package org.tierline.demo;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real Chromium. Without one on the machine the tests that ask for it are skipped, and the log
 * says so loudly.
 */
public final class Chromium implements AutoCloseable {

  private static final Path PROGRAM =
      Path.of(System.getenv().getOrDefault("TIERLINE_CHROMIUM", "/usr/bin/chromium"));

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static Chromium open() {
    if (!Files.isExecutable(PROGRAM)) {
      System.getLogger(Chromium.class.getName())
          .log(System.Logger.Level.WARNING, "NO BROWSER TESTS: {0} is not there", PROGRAM);
    }
    assumeThat(PROGRAM).isExecutable();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Chromium(playwright, browser);
  }

  /** A window that shares nothing with any other. */
  public Page page() {
    Page page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
    page.setDefaultTimeout(30_000);
    return page;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
