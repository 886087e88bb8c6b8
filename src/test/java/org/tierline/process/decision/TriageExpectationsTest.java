package org.tierline.process.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.customer.Plan;

/**
 * What a person at the desk would make of a mail's first sentence. The expectations were written
 * down before the tables were asked.
 */
class TriageExpectationsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
      Our sales are down since Monday                                         | GENERAL         | NORMAL
      Bookings are down 20 % this quarter, can your reports show why?         | GENERAL         | NORMAL
      Please take me off your list and close the case                         | GENERAL         | NORMAL
      The number of visitors on our website is down since the redesign        | GENERAL         | NORMAL
      Page 3 of your handbook: please write down the system requirements      | GENERAL         | NORMAL
      The system is not working since this morning                            | BUG             | HIGH
      I cannot work, nothing works                                            | BUG             | HIGH
      Nothing works any more since the update                                 | BUG             | HIGH
      We are unable to work, the whole office is waiting                      | BUG             | HIGH
      The mobile app does not start at all                                    | BUG             | HIGH
      The export button does not work                                         | BUG             | NORMAL
      Printing labels fails now and then                                      | BUG             | NORMAL
      Since noon no colleague of mine can reach the portal                    | OUTAGE          | CRITICAL
      Your servers seem to be down, every page times out                      | OUTAGE          | CRITICAL
      Complete outage in our Lisbon branch                                    | OUTAGE          | CRITICAL
      System down - please call back                                          | OUTAGE          | CRITICAL
      The website is offline                                                  | OUTAGE          | CRITICAL
      The platform was down yesterday but is fine again today                 | GENERAL         | NORMAL
      When is the next planned downtime?                                      | GENERAL         | NORMAL
      Is there a status page where I can see outages?                         | GENERAL         | NORMAL
      All customer records of October have disappeared                        | DATA_LOSS       | HIGH
      Half of our contacts are gone after the import                          | DATA_LOSS       | HIGH
      Somebody deleted my project by accident, can you restore it?            | DATA_LOSS       | HIGH
      Data missing in the monthly report                                      | DATA_LOSS       | HIGH
      How do you protect us against data loss?                                | HOW_TO          | LOW
      I forgot my password and the reset mail never arrives                   | ACCOUNT_ACCESS  | NORMAL
      My account has been locked after three attempts                         | ACCOUNT_ACCESS  | NORMAL
      Please reset the account of our new trainee                             | ACCOUNT_ACCESS  | NORMAL
      Login says unknown user                                                 | ACCOUNT_ACCESS  | NORMAL
      I get an error when I save the form                                     | BUG             | HIGH
      The app crashes whenever I open a second tab                            | BUG             | HIGH
      There is a bug in your date picker                                      | BUG             | HIGH
      You charged my card twice in October                                    | BILLING         | NORMAL
      Could you send the invoice to another address?                          | BILLING         | NORMAL
      When do I get my refund?                                                | BILLING         | NORMAL
      How do I invite a colleague?                                            | HOW_TO          | LOW
      How can I change the language of the screens?                           | HOW_TO          | LOW
      It would be nice to have a dark mode                                    | FEATURE_REQUEST | LOW
      Can you add an export to Excel?                                         | FEATURE_REQUEST | LOW
      I suggest a shortcut for archiving                                      | FEATURE_REQUEST | LOW
      A film about terror, errorless and bugle players, see attachment        | GENERAL         | NORMAL
      Thank you, everything works again                                       | GENERAL         | NORMAL
      The search in the app does not work                                     | BUG             | NORMAL
      I cannot open the PDF in the app                                        | BUG             | NORMAL
      The software is currently not working on any of our machines            | BUG             | HIGH
      Everything stopped working after the update                             | BUG             | HIGH
      Your site doesn't load                                                  | BUG             | HIGH
      This keeps us from working                                              | BUG             | HIGH
      Half the buttons on your website do not work                            | BUG             | NORMAL
      Our production came to a stop because the API is unreachable            | OUTAGE          | CRITICAL
      Nobody in our company can log in                                        | OUTAGE          | CRITICAL
      Database down, please hurry                                             | OUTAGE          | CRITICAL
      Das System ist down                                                     | OUTAGE          | CRITICAL
      Totalausfall seit 8 Uhr                                                 | OUTAGE          | CRITICAL
      Unsere Kundendaten sind weg                                             | DATA_LOSS       | HIGH
      Nichts geht mehr!                                                       | BUG             | HIGH
      Wo finde ich meine Rechnung?                                            | BILLING         | NORMAL
      Ich kann mich nicht anmelden                                            | ACCOUNT_ACCESS  | NORMAL
      Le site est inaccessible depuis ce matin                                | OUTAGE          | CRITICAL
      J'ai perdu toutes mes données                                           | DATA_LOSS       | HIGH
      No puedo entrar en mi cuenta                                            | ACCOUNT_ACCESS  | NORMAL
      El sistema no funciona                                                  | BUG             | HIGH
      Is the service down for everyone or just for me?                        | OUTAGE          | CRITICAL
      Thanks, the outage is resolved on our side                              | GENERAL         | NORMAL
      Please confirm that there was no data loss last night                   | GENERAL         | NORMAL
      What is your availability target and what happens in case of an outage? | GENERAL         | NORMAL
      Our stock prices are down, please pause the subscription                | BILLING         | NORMAL
      The elevator in our building is down                                    | GENERAL         | NORMAL
      I cannot reset my password because your link has expired                | ACCOUNT_ACCESS  | NORMAL
      Two factor codes never arrive, so I cannot sign in                      | ACCOUNT_ACCESS  | NORMAL
      Unlock user jsmith please                                               | ACCOUNT_ACCESS  | NORMAL
      The app froze twice and I lost my draft                                 | BUG             | HIGH
      Exception thrown when opening the calendar                              | BUG             | HIGH
      Wrong amount on last month's bill                                       | BILLING         | NORMAL
      We were double charged                                                  | BILLING         | NORMAL
      Cancel my subscription                                                  | BILLING         | NORMAL
      Where can I download the manual?                                        | HOW_TO          | LOW
      Is it possible to print in black and white?                             | HOW_TO          | LOW
      What does the yellow triangle mean?                                     | GENERAL         | NORMAL
      Please consider adding support for Linux                                | FEATURE_REQUEST | LOW
      Would love to see keyboard shortcuts                                    | FEATURE_REQUEST | LOW
      Are there plans for a mobile version?                                   | FEATURE_REQUEST | LOW
      Congratulations on the new release!                                     | GENERAL         | NORMAL
      I would like to speak to a person                                       | GENERAL         | NORMAL
      Some rows are missing from the table after yesterday's migration        | DATA_LOSS       | HIGH
      My login works but the reports show an error                            | BUG             | HIGH
      """)
  void aRequestIsUnderstoodAsAPersonWould(String text, String category, String priority) {
    TriageTables.Triage triage = TriageTables.triage(text, Plan.STANDARD);

    assertThat(triage.category()).as(triage.signals().why()).isEqualTo(category);
    assertThat(triage.priority()).as(triage.signals().why()).isEqualTo(priority);
  }
}
