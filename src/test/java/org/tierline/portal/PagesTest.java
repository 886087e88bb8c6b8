package org.tierline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tierline.platform.DeskSettings;

class PagesTest {

  static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneId.of("Europe/Berlin"));

  private final Pages pages = new Pages(DESK);

  @Test
  void everyPageStandsInTheLayout() {
    String page = pages.render("home", Map.of("supportAddress", "support@tierline.example"));

    assertThat(page).startsWith("<!DOCTYPE html>").contains("<title>How can we help? – Tierline");
    assertThat(page).contains("mailto:support@tierline.example").contains("</html>");
  }

  @Test
  void whatAPageShowsIsEscaped() {
    String page = pages.render("home", Map.of("supportAddress", "\"><script>alert(1)</script>"));

    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void whatIsNotThereIsAFriendlyPage() {
    Response answer = pages.notFound();

    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat((String) answer.getEntity()).contains("There is nothing here");
  }
}
