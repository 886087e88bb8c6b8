package org.tierline.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.LetAgentGo;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;

/** What becomes of an open browser when its owner leaves. */
class DoorkeeperTest {

  private static final Set<String> FOUND_AT_LOGIN = Set.of("staff", "tier1");

  private final TestClock clock = new TestClock();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final Doorkeeper doorkeeper = new Doorkeeper();
  private final List<String> happened = new ArrayList<>();

  @BeforeEach
  void anaIsLoggedIn() {
    doorkeeper.ask(
        new CurrentRoles(accounts, new Roster(agents, new InMemoryAbsences(), clock), clock));
    agents.add(agent(ANA, TeamId.TIER1));
    accounts.open("ana", "staff", "tier1");
  }

  @Test
  void whoWorksHerePasses() throws Exception {
    ask("/desk/tickets/1");

    assertThat(happened).containsExactly("passed");
  }

  @Test
  void whoLeftIsLoggedOutAndAskedForALogin() throws Exception {
    letGo();

    ask("/desk/tickets/1");

    assertThat(happened).containsExactly("logout", "invalidate", "sendRedirect /desk");
  }

  @Test
  void whoLeftAsksTheApiAsAnybody() throws Exception {
    letGo();

    ask("/api/v1/me");

    assertThat(happened).containsExactly("logout", "invalidate", "passed");
  }

  private void letGo() throws Exception {
    new LetAgentGo(agents, accounts, new RecordedFacts(), clock).letGo(ANA, ANA);
  }

  private void ask(String path) throws Exception {
    doorkeeper.doFilter(request(path), response(), (request, response) -> happened.add("passed"));
  }

  private HttpServletRequest request(String path) {
    HttpSession session = standIn(HttpSession.class, (method, arguments) -> note(method));
    return standIn(
        HttpServletRequest.class,
        (method, arguments) ->
            switch (method) {
              case "getUserPrincipal" -> (Principal) () -> "ana";
              case "isUserInRole" -> FOUND_AT_LOGIN.contains((String) arguments[0]);
              case "getRequestURI" -> path;
              case "getContextPath" -> "";
              case "getSession" -> session;
              default -> note(method);
            });
  }

  private HttpServletResponse response() {
    return standIn(
        HttpServletResponse.class, (method, arguments) -> note(method + " " + arguments[0]));
  }

  private Object note(String what) {
    happened.add(what);
    return what;
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T standIn(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            DoorkeeperTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object answered = answer.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : answered;
            }));
  }
}
