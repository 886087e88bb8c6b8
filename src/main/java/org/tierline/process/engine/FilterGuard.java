package org.tierline.process.engine;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/**
 * Stored filters may say "mine", "my teams'" and "within the next two hours"; no other expression
 * is ever stored, and what a caller adds to a filter carries none at all.
 */
class FilterGuard extends FilterServiceImpl {

  private static final Pattern ALLOWED =
      Pattern.compile(
          "[$#]\\{\\s*(?:currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
              + "|dateTime\\(\\)(?:\\.(?:plus|minus)(?:Minutes|Hours|Days)\\(\\d{1,4}\\))?)\\s*}");

  @Override
  public Filter saveFilter(Filter filter) {
    Query<?, ?> query = filter.getQuery();
    QueryGuard.expressions(query)
        .filter(expression -> !ALLOWED.matcher(expression).matches())
        .findAny()
        .ifPresent(
            expression -> {
              throw new BadUserRequestException("Not allowed in a filter: " + expression);
            });
    return super.saveFilter(filter);
  }

  @Override
  public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
    QueryGuard.refuseExpressions(extendingQuery);
    return super.list(filterId, extendingQuery);
  }

  @Override
  public <T, Q extends Query<?, T>> List<T> listPage(
      String filterId, Q extendingQuery, int first, int max) {
    QueryGuard.refuseExpressions(extendingQuery);
    return super.listPage(filterId, extendingQuery, first, max);
  }

  @Override
  public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
    QueryGuard.refuseExpressions(extendingQuery);
    return super.singleResult(filterId, extendingQuery);
  }

  @Override
  public Long count(String filterId, Query<?, ?> extendingQuery) {
    QueryGuard.refuseExpressions(extendingQuery);
    return super.count(filterId, extendingQuery);
  }
}
