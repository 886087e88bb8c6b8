package org.tierline.process.webapp;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoExpressionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assigneeExpression\":\"${1}\"}",
        "{\"orQueries\":[{\"dueBeforeExpression\":\"${1}\"}]}",
        "{\"assigneeExpress\\u0069on\":\"${1}\"}",
        "{\"ASSIGNEEEXPRESSION\":null}",
        "{\"a\":{\"b\":[{\"c\":1},{\"ownerExpression\":\"\"}]}}",
        "{\"a\":1,\"a\":{\"nameExpression\":1}}",
        "{not json",
        "{\"a\":1} {\"x\":2}",
      })
  void findsTheFieldWhereverItHides(String body) {
    assertThat(NoExpressions.namesExpression(body.getBytes(UTF_8))).isTrue();
  }

  @Test
  void readsOtherEncodingsToo() {
    assertThat(NoExpressions.namesExpression("{\"assigneeExpression\":1}".getBytes(UTF_16LE)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "",
        "  ",
        "{\"assignee\":\"ana\",\"sorting\":[{\"sortBy\":\"created\"}]}",
        "{\"variables\":{\"note\":{\"value\":\"an assigneeExpression\"}}}",
      })
  void letsOrdinaryRequestsPass(String body) {
    assertThat(NoExpressions.namesExpression(body.getBytes(UTF_8))).isFalse();
  }
}
