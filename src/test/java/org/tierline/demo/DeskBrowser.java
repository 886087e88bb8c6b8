package org.tierline.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Chromium on the running desk; every page is a person of its own. Without a Chromium on the
 * machine the tests that ask for one are skipped, and the log says so.
 */
public final class DeskBrowser implements AutoCloseable {

  private static final String OWNED_BY = "/desk/?assignee=";

  private final Chromium chromium;
  private final DeskServer desk;
  private final List<String> complaints = new ArrayList<>();

  private DeskBrowser(Chromium chromium, DeskServer desk) {
    this.chromium = chromium;
    this.desk = desk;
  }

  public static DeskBrowser open(DeskServer desk) {
    return new DeskBrowser(Chromium.open(), desk);
  }

  /** A person nobody knows yet. */
  public Page page() {
    Page page = chromium.page();
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
    reloadUntil(page, page.getByText(text).first());
  }

  private static void reloadUntil(Page page, Locator shown) {
    var soon = new LocatorAssertions.IsVisibleOptions().setTimeout(1000);
    await()
        .pollInSameThread() // a page belongs to the thread that opened it
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              try {
                assertThat(shown).isVisible(soon);
              } catch (AssertionError notYet) {
                page.reload();
                throw notYet;
              }
            });
  }

  /** Who got the ticket, as a lead sees it. */
  public String ownerOf(String number) {
    Page lead = logIn("lena");
    lead.navigate(url("/desk/?q=" + number));
    Locator owner = lead.locator("tbody a[href^='" + OWNED_BY + "']").first();
    reloadUntil(lead, owner);
    return owner.getAttribute("href").substring(OWNED_BY.length());
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
    chromium.close();
  }
}
