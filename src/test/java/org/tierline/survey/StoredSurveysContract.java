package org.tierline.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.customer.Customer;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.transactions.Contest;
import org.tierline.ticket.Ticket;

/** What only a real database can show. */
abstract class StoredSurveysContract extends SurveysContract {

  protected abstract TestDatabase database();

  @Override
  protected <T> T inTransaction(Function<Surveys, T> work) {
    return database().inTransaction(em -> work.apply(new JpaSurveys(em)));
  }

  @Override
  protected void store(Customer customer, Ticket ticket) {
    database()
        .doInTransaction(
            em -> {
              em.persist(customer);
              em.persist(ticket);
            });
  }

  @Test
  void doubleClickIsOneRatingEvenWhenBothArriveAtOnce() {
    SurveyToken token = invite().token();
    Rating rating = new Rating(4, "", true, MONDAY_9AM);

    List<Boolean> counted =
        Contest.of(
            hasIt ->
                inTransaction(
                    surveys -> {
                      Survey survey = surveys.findToAnswer(token).orElseThrow();
                      hasIt.run();
                      return survey.rate(rating);
                    }));

    assertThat(counted).containsExactly(true, false);
    assertThat(inTransaction(surveys -> surveys.find(token).orElseThrow()).ratings())
        .containsExactly(rating);
  }
}
