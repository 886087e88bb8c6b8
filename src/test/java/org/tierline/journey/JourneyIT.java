package org.tierline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.demo.DeskBrowser.reloadUntil;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.demo.DemoMailbox;
import org.tierline.demo.DeskBrowser;
import org.tierline.demo.RunningDesk;
import org.tierline.journey.CustomerMail.Mail;

/** One ticket from an annoyed mail to a low rating, as Carla and the people of the desk live it. */
class JourneyIT {

  private static final String TROUBLE =
      "Every time I open the monthly report the page crashes. I need it for the board.";
  private static final String RECEIVED = "we have received your request";
  private static final Duration PROMISED = Duration.ofSeconds(10);
  private static final Pattern IN_A_WHILE = Pattern.compile("in (an?|\\d+) \\w+");
  private static final String FINDINGS = "Renderer dies on an empty cost centre, see server log.";

  private DeskBrowser browser;
  private CustomerMail carla;

  @BeforeEach
  void openTheDesk() {
    browser = DeskBrowser.open(RunningDesk.get().server());
    carla = customer("carla");
  }

  private static CustomerMail customer(String name) {
    DemoMailbox mailbox = RunningDesk.get().mailbox();
    return new CustomerMail(
        name + "-" + System.nanoTime() + "@customer.example",
        mailbox.smtpPort(),
        mailbox.imapPort());
  }

  @AfterEach
  void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void fromAnAnnoyedMailToALowRating() {
    wakeTheDesk();

    // Carla writes a mail and is told at once that it arrived, and when to expect an answer.
    carla.write("The monthly report crashes", TROUBLE);
    Mail acknowledgement = carla.next(RECEIVED, PROMISED);
    String number = acknowledgement.subject().replaceAll(".*\\[#(\\d+)].*", "$1");
    String statusLink = acknowledgement.link(browser.url("/requests/"));
    assertThat(acknowledgement.text()).contains("#" + number).doesNotContain("board");

    // Tier 1 finds it in Tasklist, triaged and assigned.
    Page tierOne = browser.logIn(browser.ownerOf(number));
    openInTasklist(tierOne, number);
    assertThat(tierOne.locator("tierline-ticket")).containsText(TROUBLE);
    assertThat(tierOne.locator("tierline-ticket")).containsText("High");

    // Beside it stand when it is due, who Carla is and what the library has to say about it.
    assertThat(tierOne.locator("[cam-tasklist-task-meta] .due-date")).containsText(IN_A_WHILE);
    assertThat(tierOne.locator("tierline-ticket #promises")).containsText("Resolution");
    assertThat(tierOne.getByLabel("About the customer")).containsText("Carla Customer");
    assertThat(tierOne.getByLabel("About the customer")).containsText(carla.address());
    assertThat(tierOne.locator("tierline-ticket #articles"))
        .containsText("Report an error so that it is fixed quickly");

    // The agent tells Carla that somebody looks into it; the ticket stays with the agent.
    say(tierOne, "Reply", "I am looking into your report.", "Reply sent");
    carla.next("I am looking into your report.");

    // Something is unclear; the ticket waits for Carla.
    say(tierOne, "Ask customer", "Which report is it?", "The customer was asked");

    // Carla answers by mail; the ticket comes back with her answer.
    Mail question = carla.next("Which report is it?");
    carla.answer(question, "The one of October.");
    tierOne.navigate(browser.url("/desk/tickets/" + number));
    reloadUntil(tierOne, "The one of October.");
    reloadUntil(tierOne, "Escalate");

    // It is beyond tier 1: a specialist takes over with everything tier 1 wrote; Carla is told.
    handOn(tierOne, FINDINGS);
    carla.next("specialist");

    // Ben of tier 2 reads all of it and confirms a bug; Carla is told.
    Page ben = browser.logIn("ben");
    openInTasklist(ben, number);
    assertThat(ben.locator("tierline-ticket")).containsText(TROUBLE);
    assertThat(ben.locator("tierline-ticket")).containsText("The one of October.");
    assertThat(ben.locator("tierline-ticket")).containsText(FINDINGS);
    ben.locator("#mode-CONFIRM_BUG").check();
    ben.locator("#summary").fill("Report page crashes on an empty cost centre");
    ben.locator("#impact").fill("No monthly report for companies without cost centres");
    ben.locator("#steps").fill("Open the report of October");
    send(ben);
    carla.next("we found a defect");

    // Eva, the engineering liaison, records what became of it; Carla is told.
    Page eva = browser.logIn("eva");
    openInTasklist(eva, number);
    claimIfOffered(eva);
    say(eva, "Fixed", "Empty cost centres are skipped since 4.2.", "");
    carla.next("repaired the defect");

    // Ben resolves it; Carla hears how to check, disagrees by mail, and it is open again.
    ben.navigate(browser.url("/desk/tickets/" + number));
    reloadUntil(ben, "Resolve");
    say(ben, "Resolve", "Please open the report again.", "Resolved");
    Mail resolved = carla.next("Please open the report again.");
    carla.answer(resolved, "It still crashes for November!");
    ben.navigate(browser.url("/desk/tickets/" + number));
    reloadUntil(ben, "It still crashes for November!");
    reloadUntil(ben, "Resolve");
    say(ben, "Resolve", "November works now, too.", "Resolved");
    carla.next("November works now, too.");

    // On her status page she reads what was said, nothing internal, and confirms.
    Page reader = browser.page();
    reader.navigate(statusLink);
    reloadUntil(reader, "How to check that it is solved");
    assertThat(reader.locator("main")).containsText("The one of October.");
    assertThat(reader.locator("main")).not().containsText(FINDINGS);
    reader.getByRole(AriaRole.BUTTON, named("Yes, it is solved")).click();
    assertThat(reader.locator("main")).containsText("Thank you for telling us");

    // The survey: opening the link votes for nobody, the button does; two stars reach the lead.
    String vote = carla.next("/survey/").link(browser.url("/survey/")).replaceAll("\\?.*", "");
    reader.navigate(vote + "?stars=2");
    reader.navigate(vote);
    assertThat(reader.locator("main")).containsText("How did we do?");
    reader.locator("#comment").evaluate("c => { c.form.noValidate = true; }");
    reader.getByRole(AriaRole.BUTTON, named("Send my answer")).click();
    assertThat(reader.locator("#objection")).containsText("Please choose one to five stars.");
    reader.navigate(vote + "?stars=2");
    reader.getByRole(AriaRole.BUTTON, named("Send my answer")).click();
    assertThat(reader.locator("main")).containsText("You gave us 2 of 5 stars");

    // Lena, who leads, finds the low rating among her tasks.
    Page lena = browser.logIn("lena");
    openInTasklist(lena, number);
    assertThat(lena.locator("tierline-ticket").getByLabel("2 of 5 stars")).isVisible();

    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whoSaysInTheSurveyThatItIsNotSolvedIsHelpedAgain() {
    carla.write("How do I export my contacts?", "I cannot find the button.");
    String number = carla.next(RECEIVED).subject().replaceAll(".*\\[#(\\d+)].*", "$1");
    Page agent = browser.logIn(browser.ownerOf(number));
    agent.navigate(browser.url("/desk/tickets/" + number));
    say(agent, "Resolve", "It is under Contacts, at the top.", "Resolved");
    Page reader = browser.page();
    reader.navigate(carla.next("at the top.").link(browser.url("/requests/")));
    reader.getByRole(AriaRole.BUTTON, named("Yes, it is solved")).click();
    assertThat(reader.locator("main")).containsText("Thank you for telling us");

    reader.navigate(carla.next("/survey/").link(browser.url("/survey/")));
    reader.getByLabel("4 of 5 stars").check();
    reader.getByLabel("My problem is not solved").check();
    reader.getByRole(AriaRole.BUTTON, named("Send my answer")).click();
    assertThat(reader.locator("main")).containsText("we open your request again");

    agent.navigate(browser.url("/desk/tickets/" + number));
    reloadUntil(agent, "says it is not solved");
    reloadUntil(agent, "Resolve");
    assertThat(browser.complaints()).isEmpty();
  }

  /** The first mail after the start is slower than what the desk promises for any other. */
  private static void wakeTheDesk() {
    CustomerMail early = customer("early");
    early.write("Good morning", "Just checking that you are there.");
    early.next(RECEIVED);
  }

  private void openInTasklist(Page agent, String number) {
    agent.navigate(browser.url("/camunda/app/tasklist/default/"));
    Locator task = agent.getByText("#" + number).first();
    if (!appears(task)) {
      agent.getByText("My team's queue").first().click();
    }
    task.click();
    agent.locator("tierline-ticket").getByText("#" + number).first().waitFor();
  }

  /** Tasklist begins with the agent's own tasks. */
  private static boolean appears(Locator task) {
    try {
      task.waitFor(new Locator.WaitForOptions().setTimeout(8000));
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  private static void claimIfOffered(Page agent) {
    agent.locator("#claim, #text").first().waitFor();
    if (agent.locator("#claim").isVisible()) {
      // Tasklist opens the page anew once the task is the agent's own
      agent.waitForResponse(
          answer -> answer.url().endsWith("/assets/ticket.js"),
          () -> agent.locator("#claim").click());
    }
    agent.locator("#text").waitFor();
  }

  private static void say(Page agent, String mode, String text, String confirmation) {
    agent.locator("tierline-ticket").getByLabel(mode, exactly()).check();
    agent.locator("#text").fill(text);
    send(agent);
    assertThat(agent.locator("tierline-ticket")).containsText(confirmation);
  }

  /** Whoever hands a ticket on says what the next one needs to know. */
  private static void handOn(Page agent, String tried) {
    agent.locator("tierline-ticket").getByLabel("Escalate", exactly()).check();
    agent.locator("#tried").fill(tried);
    agent.locator("#reproduced").fill("With the report of October.");
    agent.locator("#missing").fill("The log of the server.");
    send(agent);
  }

  private static void send(Page agent) {
    agent.waitForResponse(
        answer -> answer.url().endsWith("/work") && answer.status() == 200,
        () -> agent.locator("#send").click());
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
