package org.tierline.portal.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.ZoneId;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.intake.ExplainMailFixture;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;

class ExplainPageTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneId.of("UTC"));

  private final ApiInMemory desk =
      new ApiInMemory(
              new ExplainPage(
                  new Pages(DESK),
                  new Reader(new InMemoryAgents()),
                  ExplainMailFixture.atAnEmptyDesk()))
          .as(Caller.LENA);

  @Test
  void aLeadReadsWhatWouldBecomeOfAMail() {
    Document page = explain("From: Carla <carla@customer.example>\nSubject: Hi\n\nIt burns.");

    assertThat(page.select("#explained h2").text()).isEqualTo("Hi");
    assertThat(page.select("#explained .badge").text()).isEqualTo("new-ticket");
    assertThat(page.select("#explained").text()).contains("Carla <carla@customer.example>");
    assertThat(page.select("#explained pre").first().text()).isEqualTo("It burns.");
  }

  @Test
  void whatAMailSaysIsText() {
    Document page =
        explain(
            "From: \"<img src=x>\" <carla@customer.example>\nSubject: <script>alert(1)</script>\n"
                + "Content-Type: text/html\n\n<b>Hi</b><script>alert(2)</script>");

    assertThat(page.select("#explained script, #explained img, #explained b")).isEmpty();
    assertThat(page.select("#explained h2").text()).isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void withoutAMailThePageAsksForOne() {
    assertThat(page(desk.get("/desk/intake/explain")).select("input[type=file]")).hasSize(1);
    assertThat(explain("").select("[role=alert]").text()).isEqualTo("Please choose a mail first.");
  }

  private Document explain(String mail) {
    String form =
        "--B\r\nContent-Disposition: form-data; name=\"mail\"; filename=\"a.eml\"\r\n"
            + "Content-Type: message/rfc822\r\n\r\n"
            + mail
            + "\r\n--B--\r\n";
    return page(
        desk.send(
            ApiInMemory.request("POST", "/desk/intake/explain")
                .contentType("multipart/form-data; boundary=B")
                .content(form.getBytes(UTF_8))));
  }

  private static Document page(MockHttpResponse answer) {
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
