package org.tierline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Our system is completely down!             | system down",
        "It is down again, the whole system.        | system down",
        "SYSTEM DOWN                                | system down",
        "we all here in Rome see that the server is since noon~completely down | system/server down",
        "We see errors everywhere                   | error",
        "NullPointerException in module 5           | exception",
        "error500 on save                           | error",
        "I cannot log in                            | cannot login",
        "logging in takes for ever                  | login",
        "after I logged back into my account        | login",
        "The log-in page                            | login",
        "Your sign-in form                          | signin",
        "I can’t open it                            | cannot open",
        "it doesn't work                            | not work",
        "it doesnt work                             | not work",
        "It no longer works                         | not work",
        "I am unable to connect                     | not connect",
        "contraseña olvidada                        | contrasena",
        "Das Gerät meldet Fehler                    | gerat",
        "I can't save without getting an error      | error",
        "No idea why I get an error                 | error",
        "It does not work, error 7                  | error",
        "The error has not been fixed               | error",
        "Isn't the system down?                     | system down",
        "When will the outage be resolved?          | outage",
        "not only an error                          | error",
        "We lose sales because the shop is down     | shop down",
        "Our shop is down and we lose sales         | shop down",
        "No sales, the shop is down                 | shop down",
        "The sales dashboard is down                | dashboard down",
        "Everything on our website is down          | website down",
        "It was down yesterday and is down again    | down",
        "The shop was down, when will it work again?| shop down",
        "The shop was down. Now no page works       | shop down",
      })
  void hears(String text, String phrase) {
    assertThat(Wording.of(text.replace('~', '\n')).reports(phrase)).as(text).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Terror in the streets                      | error",
        "He is a mirror                             | error",
        "The ledger was debugged                    | bug",
        "The system works. I sat down.              | system down",
        "The system works but Peter is down         | system down",
        "Please scroll down in the system           | system down",
        "the system's drop-down list                | system down",
        "the system has slowed down                 | system down",
        "our system administrator is down with flu  | system down",
        "the bill, please                           | =billing",
        "write to error@customer.example            | error",
        "see https://customer.example/error         | error",
      })
  void doesNotHear(String text, String phrase) {
    assertThat(Wording.of(text).mentions(phrase)).as(text).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The system is no longer down               | system down",
        "The system is not down any more            | system down",
        "the system isn't down                      | system down",
        "No outage today                            | outage",
        "We have had no outage                      | outage",
        "it ran without errors                      | error",
        "It ran without any errors or crashes       | crash",
        "I have not seen any other error            | error",
        "It never crashed                           | crash",
        "The error is gone                          | error",
        "The outage is over, thanks                 | outage",
        "the bug has been fixed                     | bug",
        "What do you do in case of an outage?       | outage",
        "What happens if the system is down?        | system down",
        "Your data loss prevention                  | data loss",
        "the planned outage                         | outage",
        "Thanks, the error disappeared              | error",
        "Is the system down for maintenance?        | system down",
        "it is down for the planned upgrade         | down",
        "Kein Fehler mehr                           | fehler",
        "pas d'erreur                               | erreur",
        "sin errores                                | errores",
        "no data is missing                         | data missing",
        "Sales on the platform are down 20 percent  | platform down",
        "Our sales are down, the dashboard shows it | dashboard down",
        "The number of visits to your shop is down  | shop down",
        "bookings on the website are still 20 % down| website down",
        "The shop's traffic went down               | shop down",
        "The shop was down but is fine again        | shop down",
        "The server was down. It works again now.   | server down",
        "Der Server war down, er geht aber wieder   | server down",
        "How do you protect us against data loss?   | data loss",
        "a page where I can see outages             | outage",
        "Where can I see outages?                   | outage",
      })
  void hearsTheDenial(String text, String phrase) {
    assertThat(Wording.of(text).mentions(phrase)).as(text).isTrue();
    assertThat(Wording.of(text).reports(phrase)).as(text).isFalse();
  }

  @Test
  void onePlaceWithoutDenialIsEnough() {
    assertThat(Wording.of("Yesterday no error. Today an error.").reports("error")).isTrue();
  }

  @Test
  void saysWantsTheWordsInOrderAndNothingBetween() {
    assertThat(Wording.of("So, how do I print?").says("how do/can i/we")).isTrue();
    assertThat(Wording.of("I do know how").says("how do i")).isFalse();
    assertThat(Wording.of("How, do I print?").says("how do i")).isFalse();
    assertThat(Wording.of("how").says("how do i")).isFalse();
  }

  @Test
  void tellsWhichOfTheWordsWasHeard() {
    var wording = Wording.of("We can’t log in, your server is down");

    assertThat(wording.hear(Wording.Way.REPORTS, "system/server down/offline"))
        .contains("server down");
    assertThat(wording.hear(Wording.Way.SAYS, "can't login")).contains("can't login");
    assertThat(wording.hear(Wording.Way.MENTIONS, "site down")).isEmpty();
  }

  @Test
  void theSubjectAndTheBodyAreDifferentClauses() {
    assertThat(Wording.of("Our system\n\ndown the road").mentions("system down")).isFalse();
  }

  @Test
  void aLogFileOfAHundredKilobytesTakesNoTime() {
    String text = "system error at the end of data is not missing down ".repeat(2_000);

    Wording wording = Assertions.assertTimeout(Duration.ofSeconds(2), () -> Wording.of(text));

    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          wording.reports("data missing");
          wording.reports("error");
          wording.says("error at the beginning");
        });
  }

  @Example
  void anEmptyTextSaysNothing() {
    assertThat(Wording.of("").mentions("error")).isFalse();
    assertThat(Wording.of(" \n\n ").says("error")).isFalse();
  }

  @Property
  void neverThrows(@ForAll String text, @ForAll @AlphaChars @StringLength(min = 1) String phrase) {
    Wording wording = Wording.of(text);

    assertThat(wording.reports(phrase) && !wording.mentions(phrase)).isFalse();
    wording.says(phrase + " " + phrase);
  }

  @Property
  void aWordIsHeardInAnyCase(@ForAll @AlphaChars @StringLength(min = 2, max = 12) String word) {
    String text = "we have seen " + word.toUpperCase(java.util.Locale.ROOT) + " today";

    assertThat(Wording.of(text).mentions(word.toLowerCase(java.util.Locale.ROOT))).isTrue();
  }

  @Property
  void aWordIsNotHeardInsideAnother(
      @ForAll @AlphaChars @StringLength(min = 1, max = 5) String before,
      @ForAll @AlphaChars @StringLength(min = 1, max = 5) String after) {
    String text = (before + "outage" + after).toLowerCase(java.util.Locale.ROOT);
    org.junit.jupiter.api.Assumptions.assumeFalse(text.matches("outages?|outaged|outaging"));

    assertThat(Wording.of(text.replace("outage", "xqoutagexq")).mentions("outage")).isFalse();
  }
}
