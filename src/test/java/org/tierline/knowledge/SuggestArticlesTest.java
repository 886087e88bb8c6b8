package org.tierline.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.platform.DeskSettings;
import org.tierline.ticket.Category;

/** Real questions against the starter articles in a real index. */
class SuggestArticlesTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("https://help.example"), ZoneId.of("UTC"));

  private static IndexedDatabase database;

  @BeforeAll
  static void starterArticles() {
    database = new IndexedDatabase();
    database.inTransaction(
        em -> {
          em.createQuery("delete from Article").executeUpdate();
          StarterArticles.read().forEach(text -> em.persist(new Article(text, MONDAY_9AM)));
          return true;
        });
  }

  @AfterAll
  static void close() {
    database.inTransaction(em -> em.createQuery("delete from Article").executeUpdate());
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi, I forgot my password and can't log in any more. Please help. | reset-your-password",
        "I never received the mail with the reset link | reset-your-password",
        "I cannot login | reset-your-password",
        "signing in does not work | reset-your-password",
        "PASSWORD RESET NOT WORKING!!! | reset-your-password",
        "It says my account is locked, what now? | unlock-your-account",
        "I tried to log in five times, now I am locked out | unlock-your-account",
        "I got a new phone and the authenticator app is on the old one | two-step-sign-in",
        "The six digit verification code is always refused | two-step-sign-in",
        "I married and my email address has changed, how do I update it? | change-your-mail-address",
        "Could you send me the invoice for October? | find-your-invoices",
        "Our VAT number on the bill is wrong | find-your-invoices",
        "My credit card was declined although it is fine | payment-failed",
        "I was charged twice this month, I want my money back! | refunds-and-double-charges",
        "You took the payment two times, please refund one | refunds-and-double-charges",
        "We would like to cancel our subscription at the end of the year | change-or-cancel-your-plan",
        "How much does it cost to upgrade to the bigger plan with ten more seats? | change-or-cancel-your-plan",
        "Your system is down!! Nobody in our office can work! | check-the-service-status",
        "Is there an outage? We only get 503 | check-the-service-status",
        "Since this morning the app crashes with an error message when I save | report-an-error",
        "I get an exception with a stack trace | report-an-error",
        "The page stays blank in Firefox and is spinning forever | page-does-not-load",
        "Everything is so slow today, pages are loading for a minute | page-does-not-load",
        "Half of our customer data is missing since the weekend | restore-missing-data",
        "I accidentally deleted a project. Can you recover it? | restore-missing-data",
        "How can I download all our records as CSV? | export-your-data",
        "We need a GDPR export of everything | export-your-data",
        "How do I upload a spreadsheet with our contacts? | import-from-a-file",
        "How do I add a new colleague to our team? | invite-colleagues",
        "An employee has left, how do I remove their permissions | invite-colleagues",
        "It would be great if you could integrate with our calendar | suggest-an-improvement",
        "I have an idea for a new feature | suggest-an-improvement",
        "What are your response times and opening hours? | how-support-works"
      })
  void findsTheArticleThatAnswers(String question, String slug) {
    assertThat(suggest(question)).extracting(Suggestion::slug).first().isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Hello, how are you? Thank you very much and have a nice day!",
        "Can you please help me with my problem",
        "Where is my parcel? It should have arrived on Tuesday.",
        "The printer on the second floor smells of burnt plastic.",
        "Ich kann mich nicht anmelden, bitte um Hilfe",
        "パスワードを忘れました",
        "Please call me back about the offer.",
        "Happy birthday to the whole team!",
        "The coffee machine on floor three leaks water.",
        "terror in the streets of the old town",
        "?!*:~^()[]{}\" AND OR NOT field:value title:* \\",
      })
  void suggestsNothingRatherThanSomethingUseless(String text) {
    assertThat(suggest(text)).isEmpty();
  }

  @Test
  void saysWhatItIsAboutAndWhereToRead() {
    Suggestion best = suggest("forgot password").get(0);

    assertThat(best.title()).isEqualTo("Reset your password when you cannot sign in");
    assertThat(best.snippet()).startsWith("Choose a new password by mail");
    assertThat(best.url()).hasToString("https://help.example/kb/reset-your-password");
    assertThat(best.score()).isPositive();
  }

  @Test
  void bestComesFirstAndNoMoreThanAskedFor() {
    List<Suggestion> suggestions = suggest("login password account locked code invoice", 3);

    assertThat(suggestions).hasSizeLessThanOrEqualTo(3);
    assertThat(suggestions)
        .extracting(Suggestion::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void copesWithAWholeNovel() {
    var novel = new StringBuilder("My password is forgotten. ");
    for (int i = 0; i < 100_000; i++) {
      novel.append(Integer.toString(i, 36)).append(' ');
    }

    assertThat(suggest(novel.toString())).isNotEmpty();
  }

  @Test
  void withdrawnArticleIsNotSuggestedAnyMore() {
    var text =
        new ArticleText(
            "feed-the-hamster",
            "Feed the hamster",
            "What hamsters eat.",
            "Seeds.",
            List.of("rodent"),
            Category.GENERAL,
            "en",
            LocalDate.of(2027, 1, 1));
    change(articles -> articles.add(new Article(text, MONDAY_9AM)));
    assertThat(suggest("my hamster is hungry")).hasSize(1);

    change(articles -> articles.find("feed-the-hamster").orElseThrow().withdraw(MONDAY_9AM));

    assertThat(suggest("my hamster is hungry")).isEmpty();
  }

  private static void change(Consumer<Articles> work) {
    database.inTransaction(
        em -> {
          work.accept(new JpaArticles(em));
          return true;
        });
  }

  private static List<Suggestion> suggest(String text) {
    return suggest(text, 3);
  }

  private static List<Suggestion> suggest(String text, int most) {
    return database.inTransaction(
        em -> new SuggestArticles(new HibernateSearchArticles(em), DESK).suggest(text, most));
  }
}
