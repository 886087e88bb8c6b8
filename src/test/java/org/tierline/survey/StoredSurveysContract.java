package org.tierline.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.customer.Customer;
import org.tierline.platform.TestDatabase;
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
  void doubleClickIsOneRatingEvenWhenBothArriveAtOnce() throws Exception {
    SurveyToken token = invite().token();
    Rating rating = new Rating(4, "", true, MONDAY_9AM);
    var firstHasTheSurvey = new CountDownLatch(1);

    var first =
        CompletableFuture.supplyAsync(
            () ->
                inTransaction(
                    surveys -> {
                      Survey survey = surveys.findToAnswer(token).orElseThrow();
                      firstHasTheSurvey.countDown();
                      return survey.rate(rating);
                    }));
    firstHasTheSurvey.await(10, TimeUnit.SECONDS);
    boolean second =
        inTransaction(surveys -> surveys.findToAnswer(token).orElseThrow().rate(rating));

    assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(second).isFalse();
    assertThat(inTransaction(surveys -> surveys.find(token).orElseThrow()).ratings())
        .containsExactly(rating);
  }
}
