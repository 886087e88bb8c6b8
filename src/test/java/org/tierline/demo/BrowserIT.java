package org.tierline.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.demo.DeskBrowser.reloadUntil;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers and agents meet in a real browser: portal, Tasklist and staff pages. */
class BrowserIT {

  private static final Pattern NUMBER = Pattern.compile("#(\\d+)");

  private static DeskBrowser browser;

  @BeforeAll
  static void startTheBrowser() {
    browser = DeskBrowser.open(RunningDesk.get().server());
  }

  @AfterAll
  static void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aRequestIsAskedAboutInTasklistAnsweredOnItsPageAndSolved() {
    Page customer = browser.page();
    String link = write(customer, "The invoice export crashes", "Error 500 <b onclick=x>!</b>");
    String number = number(customer);
    Page agent = browser.logIn(browser.ownerOf(number));

    agent.navigate(browser.url("/camunda/app/tasklist/default/"));
    agent.getByText("#" + number).first().click();
    agent.locator("tierline-ticket").getByLabel("Ask customer").check();
    assertThat(agent.getByRole(AriaRole.BUTTON, named("Complete"))).isHidden();
    agent.locator("#text").fill("Which browser do you use?");
    agent.locator("#send").click();
    assertThat(agent.locator("tierline-ticket")).containsText("The customer was asked");

    customer.navigate(link);
    reloadUntil(customer, "We need an answer from you");
    assertThat(customer.locator("main")).containsText("Error 500 <b onclick=x>!</b>");
    customer.getByLabel("Your message").fill("Firefox.");
    customer.getByRole(AriaRole.BUTTON, named("Send")).click();
    assertThat(customer.locator("main")).containsText("Your message has arrived");

    agent.navigate(browser.url("/desk/tickets/" + number));
    reloadUntil(agent, "Resolve");
    agent.getByLabel("Resolve").check();
    agent.locator("#text").fill("Please export again.");
    agent.locator("#send").click();
    assertThat(agent.locator("tierline-ticket")).containsText("Resolved.");

    customer.navigate(link);
    reloadUntil(customer, "How to check that it is solved");
    customer.getByRole(AriaRole.BUTTON, named("Yes, it is solved")).click();
    assertThat(customer.locator("main")).containsText("Thank you for telling us");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatAnAgentTypesSurvivesAReloadAndADeadLink() {
    Page customer = browser.page();
    write(customer, "How do I add a user?", "Please tell me.");
    String number = number(customer);
    Page agent = browser.logIn(browser.ownerOf(number));

    agent.navigate(browser.url("/desk/tickets/" + number));
    agent.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)).check();
    agent.locator("#text").fill("half a thought");
    agent.reload();

    assertThat(agent.locator("#text")).hasValue("half a thought");
  }

  @Test
  void anAgentGivesATicketBackAndAColleagueGetsItWithTheNote() {
    Page customer = browser.page();
    write(customer, "The invoice export crashes again", "Error 500");
    String number = number(customer);
    String first = browser.ownerOf(number);
    Page agent = browser.logIn(first);
    agent.navigate(browser.url("/camunda/app/tasklist/default/"));
    assertThat(agent.getByText("Create task")).isHidden();

    agent.getByText("#" + number).first().click();
    agent.locator("tierline-ticket").getByLabel("Give back").check();
    agent.locator("#tried").fill("I am off at noon.");
    agent.locator("#reproduced").fill("With Firefox.");
    agent.locator("#send").click();
    assertThat(agent.locator("#missing-error")).isVisible();
    agent.locator("#missing").fill("The log of the server.");
    assertThat(agent.locator(".unclaim")).isHidden();
    agent.locator("#send").click();
    assertThat(agent.locator("tierline-ticket")).containsText("Given back");

    Page lead = browser.logIn("lena");
    lead.navigate(browser.url("/desk/tickets/" + number));
    assertThat(lead.locator("tierline-ticket .handover")).containsText("I am off at noon.");
    reloadUntil(lead, "Assigned to " + (first.equals("ana") ? "tom" : "ana"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void noPageRunsWhatACustomerWrote() {
    Page customer = browser.page();
    write(customer, "<img src=x onerror=alert(1)>", "<script>alert(2)</script>");
    String number = number(customer);
    Page agent = browser.logIn("lena");
    agent.onDialog(
        dialog -> {
          browser.complaints().add(dialog.message());
          dialog.dismiss();
        });

    agent.navigate(browser.url("/desk/"));
    agent.navigate(browser.url("/desk/tickets/" + number));
    assertThat(agent.locator("tierline-ticket")).containsText("<script>alert(2)</script>");

    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aCallThatAnAgentTakesBecomesATicketByPhone() {
    Page agent = browser.logIn("ana");
    // as in a page that came over plain HTTP from another machine
    agent.addInitScript("delete Crypto.prototype.randomUUID");
    agent.navigate(browser.url("/camunda/app/tasklist/default/"));
    agent.getByText("Start process").click();
    agent.getByText("Log phone call").click();
    agent.getByLabel("Caller's mail address").fill("nobody");
    agent.getByLabel("Caller's name").fill("Carl Caller");
    agent.getByLabel("What is it about?").fill("The printer of invoices is silent");
    agent.getByLabel("What the caller said").fill("It hums no more.");
    Locator start = agent.locator(".modal-footer").getByRole(AriaRole.BUTTON, exactly("Start"));
    start.click();
    assertThat(agent.getByRole(AriaRole.ALERT)).containsText("Caller’s mail address");

    agent.getByLabel("Caller's mail address").fill("carl@customer.example");
    String number = opened(agent, start::click);

    assertThat(agent.locator(".modal-footer")).isHidden();
    agent.navigate(browser.url("/desk/tickets/" + number));
    assertThat(agent.locator("tierline-ticket")).containsText("By phone");
    assertThat(agent.locator("tierline-ticket")).containsText("The printer of invoices is silent");
    assertThat(agent.locator("tierline-ticket")).containsText("It hums no more.");
    assertThat(agent.locator("tierline-ticket")).containsText("Carl Caller");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anAssignmentRingsTheBellOfAnOpenPage() {
    Page agent = browser.logIn("ben");
    Locator bell = agent.locator("[data-bell]");
    bell.locator("summary").click();
    agent.getByText("Mark all as read").click();
    assertThat(bell.locator("[data-count]")).isHidden();
    agent.evaluate("document.loadedOnce = true");

    Page customer = browser.page();
    write(customer, "Data loss: all our records are gone", "Nothing is left.");
    String number = number(customer);

    assertThat(bell.locator("[data-count]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    assertThat(bell.locator("[data-list]")).containsText("#" + number);
    assertThat(agent.evaluate("document.loadedOnce")).isEqualTo(true);
    bell.getByText("#" + number).click();
    agent.waitForURL("**/desk/tickets/" + number);
    assertThat(agent.locator("tierline-ticket")).containsText("Nothing is left.");
    assertThat(browser.complaints()).isEmpty();
  }

  private static String opened(Page agent, Runnable act) {
    Response answer =
        agent.waitForResponse(
            response -> response.url().endsWith("/api/v1/tickets") && response.status() == 201,
            act);
    return answer.text().replaceAll(".*\"number\":(\\d+).*", "$1");
  }

  private String write(Page customer, String subject, String text) {
    customer.navigate(browser.url("/requests/new"));
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

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
