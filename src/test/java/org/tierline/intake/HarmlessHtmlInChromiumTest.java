package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tierline.demo.Chromium;

/**
 * What is left of an attack in an HTML mail, shown by a real browser without any policy that would
 * stop a script: nothing may run and nothing may be fetched.
 */
class HarmlessHtmlInChromiumTest {

  private static final int MAILS_ON_A_PAGE = 20;

  private static final String MAIL = "https://desk.example/mail";

  private static final List<String> ATTACKS =
      List.of(
          "<script>pwned()</script>",
          "<script src=https://evil.example/x.js></script>",
          "<img src=x onerror=pwned()>",
          "<img src=https://evil.example/pixel.gif>",
          "<img srcset='https://evil.example/a.gif 1x'>",
          "<svg onload=pwned()>",
          "<svg><script>pwned()</script></svg>",
          "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
          "<svg><a><animate attributeName=href values=javascript:pwned() /><text x=20 y=20>x</text></a>",
          "<math><mtext><table><mglyph><style><img src=x onerror=pwned()>",
          "<math href=javascript:pwned()>click</math>",
          "<iframe src=javascript:pwned()></iframe>",
          "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
          "<object data=javascript:pwned()></object>",
          "<embed src=https://evil.example/x.swf>",
          "<a href=javascript:pwned()>click</a>",
          "<a href='java\nscript:pwned()'>click</a>",
          "<a href='&#106;avascript:pwned()'>click</a>",
          "<a href='\u0001javascript:pwned()'>click</a>",
          "<a href=data:text/html,<script>opener.pwned()</script>>click</a>",
          "<a href=vbscript:pwned()>click</a>",
          "<body onload=pwned()>",
          "<body background=https://evil.example/b.gif>",
          "<table background=https://evil.example/t.gif><tr><td>x",
          "<input autofocus onfocus=pwned()>",
          "<select autofocus onfocus=pwned()>",
          "<textarea autofocus onfocus=pwned()>",
          "<details open ontoggle=pwned()><summary>x</summary></details>",
          "<video src=x onerror=pwned()></video>",
          "<video poster=https://evil.example/p.gif></video>",
          "<audio src=https://evil.example/a.mp3 autoplay></audio>",
          "<marquee onstart=pwned()>x</marquee>",
          "<form action=https://evil.example/><button formaction=javascript:pwned()>click</button></form>",
          "<isindex action=javascript:pwned()>",
          "<base href=https://evil.example/><img src=x>",
          "<meta http-equiv=refresh content='0;url=javascript:pwned()'>",
          "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
          "<link rel=stylesheet href=https://evil.example/s.css>",
          "<link rel=prefetch href=https://evil.example/p>",
          "<style>@import url(https://evil.example/i.css);</style>",
          "<style>body{background:url(https://evil.example/b)}</style>",
          "<p style='background:url(https://evil.example/b)'>x</p>",
          "<p style='width:expression(pwned())'>x</p>",
          "<div style='position:fixed;inset:0' onclick=pwned()>click</div>",
          "<noscript><p title='</noscript><img src=x onerror=pwned()>'>",
          "<template><script>pwned()</script></template>",
          "<!--[if gte IE 4]><script>pwned()</script><![endif]-->",
          "<!--><img src=x onerror=pwned()>-->",
          "<![CDATA[<img src=x onerror=pwned()>]]>",
          "<p title=\"`\" id='><img src=x onerror=pwned()>'>x</p>",
          "<xmp><p title='</xmp><img src=x onerror=pwned()>'>",
          "<title><img src='</title><img src=x onerror=pwned()>'>",
          "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=pwned()>",
          "<x onpointerrawupdate=pwned() onclick=pwned() tabindex=1>click</x>",
          "<amp-img src=https://evil.example/a.gif></amp-img>");

  /** Ways to hide an attack from a filter that looks at letters. */
  private static final List<UnaryOperator<String>> DISGUISES =
      List.of(
          attack -> attack,
          attack -> attack.toUpperCase(Locale.ROOT).replace("PWNED", "pwned"),
          attack -> attack.replace("<img ", "<img/").replace("<svg ", "<svg/"),
          attack -> attack.replace(" on", "\n\ton"),
          attack -> attack.replace("javascript:", "jav&#x09;ascript:"),
          attack -> attack.replace("<", "<\u0000"),
          attack -> "<<" + attack.substring(1),
          attack -> "\"'--></style></script></title></textarea>" + attack,
          attack -> "<div><p><b>" + attack + "</p></div></b>",
          attack -> "<table>" + attack + "<tr><td>cell</table>",
          attack -> "<select><option>" + attack,
          attack -> "<math><mi>" + attack,
          attack -> "<svg><desc>" + attack,
          attack -> "<noscript>" + attack + "</noscript>",
          attack -> attack.replace(">", ""),
          attack -> attack + attack.replace("<", "</"));

  private static Optional<Chromium> chromium = Optional.empty();

  private final List<String> fetched = new ArrayList<>();
  private String shown = "";

  @BeforeAll
  static void open() {
    chromium = Optional.of(Chromium.open());
  }

  @AfterAll
  static void close() {
    chromium.ifPresent(Chromium::close);
  }

  /** Without this, a browser that runs nothing would pass everything. */
  @Test
  void theBrowserWouldRunTheAttacks() {
    assertThat(executions(List.of("<img src=x onerror=pwned()>"))).isPositive();
    assertThat(fetched).isNotEmpty();
  }

  @Test
  void nothingRunsAndNothingIsFetched() {
    List<String> mails =
        DISGUISES.stream()
            .flatMap(disguise -> ATTACKS.stream().map(disguise))
            .map(HtmlMail::harmless)
            .toList();

    assertThat(mails).hasSizeGreaterThan(800);
    assertThat(executions(mails)).isZero();
    assertThat(fetched).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
  void nothingRunsOrIsFetchedFromRealMails() {
    List<String> mails = new ArrayList<>();
    for (String corpus : List.of("zammad-mail", "stalwart-mail-parser", "mime4j", "mikel-mail")) {
      try (Stream<Path> files = Files.walk(Corpora.folder(corpus))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(eml|box|msg)")).toList()) {
          MailReader.read(Files.readAllBytes(file)).html().ifPresent(mails::add);
        }
      } catch (UnreadableMailException e) {
        throw new AssertionError(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    assertThat(executions(mails)).isZero();
    assertThat(fetched).isEmpty();
    System.out.printf(
        Locale.ROOT,
        "chromium                 %d real HTML mails and %d attacks: 0 scripts run, 0 fetches%n",
        mails.size(),
        ATTACKS.size() * DISGUISES.size());
  }

  /** What another helpdesk's sanitiser is tested with: nothing acts, and it reads the same. */
  @Test
  @EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
  void whatAnotherHelpdeskCleansIsHarmlessAndReadsTheSame() throws IOException {
    var visible = new CorpusScore("zammad html in chromium: visible text", 0.98);
    List<String> mails = new ArrayList<>();
    Path cases = Corpora.folder("zammad-mail").resolve("html-cases.json");
    try (Page page = chromium.orElseThrow().page()) {
      for (JsonNode one : new ObjectMapper().readTree(cases.toFile())) {
        if (one.path("method").asText().equals("html2html_strict")) {
          String clean = HtmlMail.harmless(one.path("input").asText());
          mails.add(clean);
          String expected = one.path("expected").asText().replace("#{marker}", "");
          visible.add(one.path("path").asText(), seen(page, expected), seen(page, clean));
        }
      }
    }

    assertThat(executions(mails)).isZero();
    assertThat(fetched).isEmpty();
    CorpusScore.check(visible);
  }

  /** The words a reader sees. */
  private static String seen(Page page, String html) {
    page.setContent("<!DOCTYPE html><body>" + html);
    return page.innerText("body").replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Shows each mail, clicks on whatever can be clicked, and counts the scripts that ran. */
  private int executions(List<String> mails) {
    int[] executions = {0};
    try (Page page = chromium.orElseThrow().page()) {
      page.exposeFunction("ran", arguments -> ++executions[0]);
      page.addInitScript("window.pwned = () => window.ran(); window.alert = window.pwned;");
      page.route(
          "**/*",
          route -> {
            if (route.request().url().equals(MAIL)) {
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html; charset=utf-8")
                      .setBody(shown));
            } else {
              // a part of the mail itself is nowhere on the network
              if (!route.request().url().startsWith("cid:")) {
                fetched.add(route.request().url());
              }
              route.abort();
            }
          });
      for (int from = 0; from < mails.size(); from += MAILS_ON_A_PAGE) {
        List<String> some = mails.subList(from, Math.min(from + MAILS_ON_A_PAGE, mails.size()));
        shown = "<!DOCTYPE html><body><div>" + String.join("</div><div>", some) + "</div>";
        page.navigate(MAIL, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        page.evaluate(
            "() => document.querySelectorAll('a, button, input, [tabindex], summary')"
                + ".forEach(e => { e.removeAttribute('target'); if (!/^(https?|mailto):/.test(e.href ?? '')) e.click(); })");
      }
    }
    return executions[0];
  }
}
