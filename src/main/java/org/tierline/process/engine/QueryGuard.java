package org.tierline.process.engine;

import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses queries that carry expressions. The engine refuses them too, but forgets to look into the
 * parts joined by "or", and an expression can run anything.
 */
class QueryGuard extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    refuseExpressions(command);
    return next.execute(command);
  }

  static void refuseExpressions(Object query) {
    if (expressions(query).findAny().isPresent()) {
      throw new BadUserRequestException("Expressions are not allowed in queries");
    }
  }

  /** Every expression in a query and in the queries joined to it. */
  static Stream<String> expressions(Object query) {
    if (query instanceof TaskQueryImpl tasks) {
      return tasks.getQueries().stream().flatMap(part -> values(part.getExpressions()));
    }
    return query instanceof AbstractQuery<?, ?> any ? values(any.getExpressions()) : Stream.empty();
  }

  private static Stream<String> values(Map<String, String> expressions) {
    return expressions.values().stream();
  }
}
