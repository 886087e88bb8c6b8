package org.tierline.process.decision;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.process.decision.TriageTables.signalsIn;
import static org.tierline.process.decision.TriageTables.table;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.triage.Signal;

class DetectSignalsTest {

  /** One line for each row of the table, in its order. */
  private static final String ROWS =
      """
      Outage1     | The whole system is down since this morning
      Outage2     | Your platform has been unreachable for an hour
      Outage3     | Is there an outage?
      Outage4     | 503 Service Unavailable
      Outage5     | The server does not respond
      Outage6     | Nobody here can connect any more
      Outage7     | Der Server ist schon wieder ausgefallen
      Outage8     | Votre site est en panne
      Outage9     | El sistema está caído
      DataLoss1   | Some of our records are missing
      DataLoss2   | We suffered a data loss
      DataLoss3   | The files were deleted by the update
      DataLoss4   | Everything is gone!
      DataLoss5   | Unsere Daten sind verschwunden
      DataLoss6   | Les données ont disparu
      DataLoss7   | Los datos han desaparecido
      LockedOut1  | I can't log in
      LockedOut2  | I forgot my password
      LockedOut3  | Please reset my account
      LockedOut4  | Ich habe mein Passwort vergessen
      LockedOut5  | J'ai oublié mon mot de passe
      LockedOut6  | Olvidé mi contraseña
      Password1   | The password field is yellow
      Login1      | Your login page is yellow
      Bug1        | I think this is a bug
      Bug2        | The screen freezes
      Bug3        | Nach dem Start ein Absturz
      Error1      | It shows errors
      Error2      | An exception was thrown
      Malfunction1| The search does not work
      Malfunction2| Die Suche funktioniert nicht
      Standstill1 | The system is not working
      Standstill2 | Wir können nicht arbeiten
      Billing1    | I need a copy of the invoice
      Billing2    | Ich brauche eine Rechnung
      Billing3    | Je voudrais une facture
      Billing4    | Necesito la factura
      Feature1    | Feature request: dark mode
      Feature2    | Please add support for calendars
      Feature3    | Ein Verbesserungsvorschlag
      Wish1       | It would be great to see holidays
      HowTo1      | How do I print labels?
      HowTo2      | Wie kann ich Etiketten drucken?
      Security1   | I received a phishing mail
      Urgent1     | We need this urgently
      Angry1      | This is unacceptable
      Angry2      | You will hear from our lawyer
      Angry3      | Das ist eine Frechheit
      Angry4      | C'est scandaleux
      Angry5      | Esto es inaceptable
      """;

  @Test
  void everyRowIsHeardInItsExample() {
    for (String line : ROWS.strip().split("\n", -1)) {
      String row = "DetectSignals_" + line.substring(0, line.indexOf('|')).strip();
      String text = line.substring(line.indexOf('|') + 1).strip();

      assertThat(table("DetectSignals").rowsFor(Map.of("text", text)))
          .as(text)
          .extracting(DecisionTable.Row::id)
          .contains(row);
    }
  }

  @Test
  void everyRowHasAnExample() {
    Set<String> examples =
        Arrays.stream(ROWS.strip().split("\n", -1))
            .map(line -> "DetectSignals_" + line.substring(0, line.indexOf('|')).strip())
            .collect(toSet());

    assertThat(table("DetectSignals").rowIds()).containsExactlyInAnyOrderElementsOf(examples);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hello, I have a question about your company",
        "A film about terror and mirrors",
        "The system is no longer down",
        "The server is not down any more, thank you!",
        "It ran without errors, well done",
        "There is no error any more",
        "Do you pay a penalty in case of an outage?",
        "Hi Bill, thanks for the nice talk",
        "Thanks, the error disappeared",
        "Can you tell me when the system is down for maintenance?",
        "Your system administrator is down with the flu",
        "Please scroll down, then tell the system your name",
      })
  void nothingIsHeardIn(String text) {
    assertThat(signalsIn(text).found()).isEmpty();
    assertThat(signalsIn(text).codes()).isEmpty();
    assertThat(signalsIn(text).why()).isEqualTo("no signals (DetectSignals v1)");
  }

  @Test
  void saysWhichPhraseInWhichRowSpoke() {
    var signals = signalsIn("Hello,\n\nsince the update we get Bad Gateway.");

    assertThat(signals.why())
        .isEqualTo(
            "OUTAGE because of \"bad gateway\" (DetectSignals v1, row DetectSignals_Outage4)");
  }

  @Test
  void everySignalCountsOnce() {
    assertThat(signalsIn("Outage! The system is down! Le site est en panne!").codes())
        .isEqualTo("OUTAGE");
  }

  /** The next tables look for a code with {@code contains}. */
  @Test
  void noSignalIsPartOfAnother() {
    List<String> codes =
        signalsIn(
                ROWS.lines()
                    .map(line -> line.substring(line.indexOf('|') + 1) + ".\n\n")
                    .reduce("", String::concat))
            .found()
            .stream()
            .map(Signal::code)
            .toList();

    assertThat(codes).hasSize(16);
    for (String code : codes) {
      assertThat(codes.stream().filter(other -> other.contains(code))).containsExactly(code);
    }
  }

  @Test
  void aMailOfAHundredKilobytesIsReadAtOnce() {
    signalsIn("warm up");
    String log = "2026-11-23 09:00:00,000 INFO data is not missing, no error, system up\n";
    String mail = log.repeat(1_500) + "\nThe system is down.";

    Assertions.assertTimeout(
        Duration.ofSeconds(3), () -> assertThat(signalsIn(mail).has("OUTAGE")).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the system is completely down, we all wait   | OUTAGE",
        "System down!!!                               | OUTAGE",
        "our data has gone missing                    | DATA_LOSS",
        "We lost all data of last week                | DATA_LOSS",
        "can’t log in                                 | LOCKED_OUT",
        "Unable to login since monday                 | LOCKED_OUT",
        "Pls reset my pasword                         | LOCKED_OUT",
        "ERROR 500 AFTER SAVING                       | ERROR",
        "Your app keeps crashing                      | BUG",
        "You have billed me twice                     | BILLING",
        "what do I do? how do I start?                | HOW_TO",
        "any plans to support Linux?                  | FEATURE",
        "I accidentally deleted all my files          | DATA_LOSS",
        "Where is our data?                           | DATA_LOSS",
        "portal is not accessible                     | OUTAGE",
        "locked me out. No access to my account       | LOCKED_OUT",
        "Nothing works!                               | MALFUNCTION",
      })
  void hearsHowPeopleSayIt(String text, String signal) {
    assertThat(signalsIn(text).codes().split(" ", -1)).contains(signal);
  }
}
