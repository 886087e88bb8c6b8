package org.tierline.demo;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Chromium on the running desk; every page is a person of its own. Without a Chromium on the
 * machine the tests that ask for one are skipped, and the log says so.
 */
public final class DeskBrowser implements AutoCloseable {

  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("TIERLINE_CHROMIUM", "/usr/bin/chromium"));

  private final Playwright playwright;
  private final Browser browser;
  private final DeskServer desk;
  private final List<String> complaints = new ArrayList<>();

  private DeskBrowser(Playwright playwright, Browser browser, DeskServer desk) {
    this.playwright = playwright;
    this.browser = browser;
    this.desk = desk;
  }

  public static DeskBrowser open(DeskServer desk) {
    if (!Files.isExecutable(CHROMIUM)) {
      System.getLogger(DeskBrowser.class.getName())
          .log(System.Logger.Level.WARNING, "NO BROWSER TESTS: {0} is not there", CHROMIUM);
    }
    assumeThat(CHROMIUM).isExecutable();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new DeskBrowser(playwright, browser, desk);
  }

  /** A person nobody knows yet. */
  public Page page() {
    Page page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
    page.setDefaultTimeout(30_000);
    page.onPageError(complaints::add);
    return page;
  }

  /** A member of the staff, logged in at the staff pages. */
  public Page logIn(String login) {
    Page page = page();
    page.navigate(url("/desk/"));
    page.getByLabel("Login name").fill(login);
    page.getByLabel("Password").fill(RunningDesk.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in").setExact(true))
        .click();
    page.waitForURL("**/desk/");
    return page;
  }

  /** Looks again and again until the page shows something, as an impatient person would. */
  public static void reloadUntil(Page page, String text) {
    Locator shown = page.getByText(text).first();
    for (int i = 0; i < 60 && !shown.isVisible(); i++) {
      page.waitForTimeout(500);
      page.reload();
      page.waitForTimeout(500);
    }
    if (!shown.isVisible()) {
      throw new AssertionError(page.url() + " does not show: " + text);
    }
  }

  public String url(String path) {
    return desk.baseUrl() + path;
  }

  /** Errors of scripts on any page so far. */
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
