package org.tierline.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.ZoneOffset;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.notification.PreviewLettersFixture;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;

class TemplatePagesTest {

  private final ApiInMemory desk =
      new ApiInMemory(
              new TemplatePages(
                  new Pages(
                      new DeskSettings(
                          "Tierline", URI.create("http://localhost:8080"), ZoneOffset.UTC)),
                  new Reader(new InMemoryAgents()),
                  PreviewLettersFixture.letters()))
          .as(Caller.ANA);

  @Test
  void showsEachLanguageBesideTheOther() {
    Document page = page(desk.get("/desk/templates?letter=resolved&brand=billing"));

    assertThat(page.select(".versions section").eachAttr("lang")).containsExactly("en", "de");
    assertThat(page.select(".versions .subject").eachText())
        .containsExactly("[#5734] Re: Printer on fire", "[#5734] Re: Printer on fire");
    assertThat(page.select("iframe").eachAttr("src"))
        .containsExactly(
            "/desk/templates/resolved/en?brand=billing",
            "/desk/templates/resolved/de?brand=billing");
    assertThat(page.select("iframe").eachAttr("sandbox")).containsOnly("");
    assertThat(page.select("a[aria-current] strong").eachText()).containsExactly("resolved");
  }

  @Test
  void aLetterLooksAsInAMailProgram() {
    assertThat(page(desk.get("/desk/templates/reminder/de")).text()).contains("Guten Tag");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(desk.get("/desk/templates?letter=..%2Fstaff%2Fassigned").getStatus()).isEqualTo(404);
    assertThat(desk.get("/desk/templates/love/en").getStatus()).isEqualTo(404);
    assertThat(desk.get("/desk/templates?brand=other").getStatus()).isEqualTo(404);
  }

  private static Document page(MockHttpResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(200);
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
