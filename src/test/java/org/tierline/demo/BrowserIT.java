package org.tierline.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers and agents meet in a real browser: portal, Tasklist and staff pages. */
class BrowserIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Pattern NUMBER = Pattern.compile("#(\\d+)");

  private static Playwright playwright;
  private static Browser browser;

  private final RunningDesk desk = RunningDesk.get();
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void startTheBrowser() {
    if (!Files.isExecutable(CHROMIUM)) {
      System.getLogger(BrowserIT.class.getName())
          .log(System.Logger.Level.WARNING, "NO BROWSER TESTS: {0} is not there", CHROMIUM);
    }
    assumeThat(CHROMIUM).isExecutable();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
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
  }

  @AfterAll
  static void closeTheBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @Test
  void aRequestIsAskedAboutInTasklistAnsweredOnItsPageAndSolved() {
    Page customer = page();
    String link = write(customer, "The invoice export crashes", "Error 500 <b onclick=x>!</b>");
    String number = number(customer);
    Page agent = logIn(owner(number));

    agent.navigate(url("/camunda/app/tasklist/default/"));
    agent.getByText("#" + number).first().click();
    agent.locator("tierline-ticket").getByLabel("Ask customer").check();
    assertThat(agent.getByRole(AriaRole.BUTTON, named("Complete"))).isHidden();
    agent.locator("#text").fill("Which browser do you use?");
    agent.locator("#send").click();
    assertThat(agent.locator("tierline-ticket")).containsText("The customer was asked");

    customer.navigate(link);
    assertThat(customer.locator("main")).containsText("We need an answer from you");
    assertThat(customer.locator("main")).containsText("Error 500 <b onclick=x>!</b>");
    customer.getByLabel("Your message").fill("Firefox.");
    customer.getByRole(AriaRole.BUTTON, named("Send")).click();
    assertThat(customer.locator("main")).containsText("Your message has arrived");

    agent.navigate(url("/desk/tickets/" + number));
    reloadUntilMine(agent);
    agent.getByLabel("Resolve").check();
    agent.locator("#text").fill("Please export again.");
    agent.locator("#send").click();
    assertThat(agent.locator("tierline-ticket")).containsText("Resolved.");

    customer.navigate(link);
    reloadUntil(customer, "How to check that it is solved");
    customer.getByRole(AriaRole.BUTTON, named("Yes, it is solved")).click();
    assertThat(customer.locator("main")).containsText("Thank you for telling us");
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatAnAgentTypesSurvivesAReloadAndADeadLink() {
    Page customer = page();
    write(customer, "How do I add a user?", "Please tell me.");
    String number = number(customer);
    Page agent = logIn(owner(number));

    agent.navigate(url("/desk/tickets/" + number));
    agent.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).check();
    agent.locator("#text").fill("half a thought");
    agent.reload();

    assertThat(agent.locator("#text")).hasValue("half a thought");
  }

  @Test
  void noPageRunsWhatACustomerWrote() {
    Page customer = page();
    write(customer, "<img src=x onerror=alert(1)>", "<script>alert(2)</script>");
    String number = number(customer);
    Page agent = logIn("lena");
    agent.onDialog(
        dialog -> {
          complaints.add(dialog.message());
          dialog.dismiss();
        });

    agent.navigate(url("/desk/"));
    agent.navigate(url("/desk/tickets/" + number));
    assertThat(agent.locator("tierline-ticket")).containsText("<script>alert(2)</script>");

    assertThat(complaints).isEmpty();
  }

  private String write(Page customer, String subject, String text) {
    customer.navigate(url("/requests/new"));
    customer
        .getByLabel("Your mail address")
        .fill("dora-" + System.nanoTime() + "@customer.example");
    customer.getByLabel("What is it about?").fill(subject);
    customer.getByLabel("What happened?").fill(text);
    customer.getByRole(AriaRole.BUTTON, named("Send")).click();
    assertThat(customer.locator("main")).containsText("we have your request");
    return customer.url().replaceAll("\\?.*", "");
  }

  private static String number(Page customer) {
    Matcher number = NUMBER.matcher(customer.locator("main .card").first().innerText());
    assertThat(number.find()).isTrue();
    return number.group(1);
  }

  /** Who got the ticket, once it is assigned. */
  private String owner(String number) {
    Page lead = logIn("lena");
    lead.navigate(url("/desk/?q=" + number));
    Locator owner = lead.locator("tbody td:nth-child(8)");
    for (int i = 0; i < 40 && owner.innerText().equals("–"); i++) {
      lead.waitForTimeout(500);
      lead.reload();
    }
    return owner.innerText();
  }

  private static void reloadUntilMine(Page agent) {
    reloadUntil(agent, "Resolve");
  }

  private static void reloadUntil(Page page, String text) {
    Locator shown = page.getByText(text).first();
    for (int i = 0; i < 40 && !shown.isVisible(); i++) {
      page.waitForTimeout(500);
      page.reload();
      page.waitForTimeout(500);
    }
    assertThat(shown).isVisible();
  }

  private Page logIn(String login) {
    Page page = page();
    page.navigate(url("/desk/"));
    page.getByLabel("Login name").fill(login);
    page.getByLabel("Password").fill(RunningDesk.PASSWORD);
    page.getByRole(AriaRole.BUTTON, named("Log in")).click();
    page.waitForURL("**/desk/");
    return page;
  }

  private Page page() {
    Page page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
    page.onPageError(complaints::add);
    return page;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private String url(String path) {
    return desk.server().baseUrl() + path;
  }
}
