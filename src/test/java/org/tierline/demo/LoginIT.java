package org.tierline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One login for Tasklist, the staff pages and the API; and the doors that stay shut. */
class LoginIT {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  private final RunningDesk desk = RunningDesk.get();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @Test
  void isReadyAndCountsItsRequests() throws Exception {
    assertThat(get(desk.server().managementUrl().resolve("/health/ready")).body())
        .contains("\"name\":\"database\",\"status\":\"UP\"")
        .contains("\"name\":\"process-engine\",\"status\":\"UP\"");
    assertThat(get(desk.server().managementUrl().resolve("/health/live")).statusCode())
        .isEqualTo(200);
    assertThat(get(desk.server().managementUrl().resolve("/metrics")).body())
        .contains("undertow_request_count")
        .contains("tierline_tickets_astray")
        .contains("tierline_deadlines_differed_total")
        .contains("tierline_mailboxes_failing");
  }

  @Test
  void asksForTheLoginBeforeItShowsAPage() throws Exception {
    assertThat(get(TASKLIST).body()).contains("j_security_check");
    assertThat(get("/desk").body()).contains("j_security_check");
  }

  @Test
  void tasklistsLoginOpensTheStaffPagesToo() throws Exception {
    logIn("ana");

    assertThat(get(TASKLIST).body()).contains("Camunda Tasklist");
    assertThat(get(ENGINE + "/task/count").body()).contains("\"count\"");
    assertThat(get("/desk").body()).doesNotContain("j_security_check");
  }

  @Test
  void loggingOutOfTasklistEndsEverySession() throws Exception {
    logIn("tom");

    assertThat(post("/camunda/api/admin/auth/user/default/logout", "").statusCode()).isEqualTo(204);

    assertThat(get(ENGINE + "/task/count").statusCode()).isEqualTo(401);
    assertThat(get("/desk").body()).contains("j_security_check");
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    get(TASKLIST);

    HttpResponse<String> answer = postForm(TASKLIST + "j_security_check", "ben", "guessed");

    assertThat(answer.body()).contains("do not fit together");
    assertThat(get(ENGINE + "/task/count").statusCode()).isEqualTo(401);
  }

  @Test
  void programsLogInWithBasicCredentials() throws Exception {
    assertThat(withBasic("ana", RunningDesk.PASSWORD, ENGINE + "/task/count").statusCode())
        .isEqualTo(200);
    assertThat(withBasic("ana", "guessed", ENGINE + "/task/count").statusCode()).isEqualTo(401);
  }

  /** Of the account that no other test uses. */
  @Test
  void whoeverGuessesPasswordsHasToWaitWhicheverWayTheyTry() throws Exception {
    for (int i = 0; i < 3; i++) {
      get(TASKLIST);
      assertThat(postForm(TASKLIST + "j_security_check", "paul", "guessed").statusCode())
          .isEqualTo(200);
    }
    assertThat(withBasic("paul", "guessed", "/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(withBasic("paul", "guessed", ENGINE + "/task/count").statusCode()).isEqualTo(401);

    HttpResponse<String> right = withBasic("paul", RunningDesk.PASSWORD, "/api/v1/me");
    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(right.headers().firstValue("Retry-After")).isPresent();
    assertThat(right.body()).contains("Too many wrong passwords. Try again in 15 minutes.");
    HttpResponse<String> page = postForm("/desk/j_security_check", "paul", RunningDesk.PASSWORD);
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.body()).contains("Too many wrong passwords");

    assertThat(withBasic("ana", RunningDesk.PASSWORD, "/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void manyRequestsOfAProgramAreNoGuesses() throws Exception {
    for (int i = 0; i < 12; i++) {
      assertThat(withBasic("kim", RunningDesk.PASSWORD, "/api/v1/me").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void theEnginesApiIsClosedToStrangers() throws Exception {
    assertThat(get(ENGINE + "/task/count").statusCode()).isEqualTo(401);
    assertThat(get(ENGINE + "/user/count").statusCode()).isEqualTo(401);
    assertThat(get("/engine-rest/engine").statusCode()).isEqualTo(404);
  }

  @Test
  void describesItsOwnApiAndNoOther() throws Exception {
    List<String> paths =
        get("/openapi").body().lines().filter(line -> line.matches(" {2}/.*")).toList();

    assertThat(paths)
        .contains("  /api/v1/tickets/{number}:")
        .allSatisfy(path -> assertThat(path).matches("  /api/(v1|hooks)/.*"));
  }

  @Test
  void nobodyBecomesAdministratorBySettingUp() throws Exception {
    String user =
        "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"Evil-2026-evil!\"}}";

    assertThat(post("/camunda/api/admin/setup/default/user/create", user).statusCode())
        .isEqualTo(403);
    logIn("admin");
    assertThat(post("/camunda/api/admin/setup/default/user/create", user).statusCode())
        .isEqualTo(403);
  }

  @Test
  void theSetUpStaysShutEvenWithoutAnyAdministrator() throws Exception {
    logIn("admin");
    String membership = ENGINE + "/group/camunda-admin/members/admin";
    assertThat(send("DELETE", membership, "").statusCode()).isEqualTo(204);
    try {
      assertThat(post("/camunda/api/admin/setup/default/user/create", "{}").statusCode())
          .isEqualTo(403);
    } finally {
      // the session still has the rights the login gave it
      assertThat(send("PUT", membership, "{}").statusCode()).isEqualTo(204);
    }
  }

  @Test
  void expressionsInQueriesAreRefused() throws Exception {
    logIn("ana");
    String attack = "{\"orQueries\":[{\"assigneeExpression\":\"${'a'.getClass()}\"}]}";

    assertThat(post(ENGINE + "/task/count", attack).statusCode()).isEqualTo(400);
    assertThat(get(ENGINE + "/task/count?assigneeExpression=%24%7B1%7D").statusCode())
        .isEqualTo(400);
  }

  @Test
  void onlyLeadsStoreFilters() throws Exception {
    String filter =
        "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":{\"assigneeExpression\":\"%s\"}}";
    logIn("ana");
    assertThat(
            post(ENGINE + "/filter/create", filter.formatted("Ana's", "${currentUser()}"))
                .statusCode())
        .isEqualTo(403);

    cookies.getCookieStore().removeAll();
    logIn("lena");
    assertThat(
            post(ENGINE + "/filter/create", filter.formatted("Evil", "${'a'.getClass()}"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            post(ENGINE + "/filter/create", filter.formatted("Lena's", "${currentUser()}"))
                .statusCode())
        .isEqualTo(200);
  }

  private void logIn(String user) throws IOException, InterruptedException {
    get(TASKLIST);
    assertThat(postForm(TASKLIST + "j_security_check", user, RunningDesk.PASSWORD).body())
        .contains("Camunda Tasklist");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(at(path));
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> withBasic(String user, String password, String path)
      throws IOException, InterruptedException {
    String credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(at(path))
                .header("Authorization", "Basic " + credentials)
                .build(),
            BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send("POST", path, json);
  }

  private HttpResponse<String> send(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findAny()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> postForm(String path, String user, String password)
      throws IOException, InterruptedException {
    String form =
        "j_username=%s&j_password=%s"
            .formatted(user, URLEncoder.encode(password, StandardCharsets.UTF_8));
    return browser.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create(desk.server().baseUrl() + path);
  }
}
