package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlQuotesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Gmail
        "<div>It burns.</div><br><div class='gmail_quote gmail_quote_container'><div dir='ltr' class='gmail_attr'>"
            + "On Mon, Nov 23, 2026 at 9:00 AM Ana &lt;<a href='mailto:a@x.example'>a@x.example</a>&gt; wrote:<br></div>"
            + "<blockquote class='gmail_quote' style='border-left:1px solid'><p>old</p></blockquote></div>",
        "<div>It burns.</div><div class='gmail_quote'>Anything<div>old</div></div>",
        // Apple Mail
        "<div>It burns.</div><div><br><blockquote type='cite'><div>On 23 Nov 2026, at 09:00, Ana &lt;a@x.example&gt; wrote:</div>"
            + "<div>old</div></blockquote></div>",
        // Thunderbird
        "<p>It burns.</p><div class='moz-cite-prefix'>Am 23.11.2026 um 09:00 schrieb Ana:<br></div>"
            + "<blockquote type='cite' cite='mid:1@x.example'><p>alt</p></blockquote>",
        // Outlook on the web, and the new Outlook
        "<div>It burns.</div><div id='appendonsend'></div><hr style='display:inline-block;width:98%'>"
            + "<div id='divRplyFwdMsg' dir='ltr'><font><b>From:</b> Ana &lt;a@x.example&gt;<br><b>Sent:</b> Monday<br>"
            + "<b>To:</b> Carla<br><b>Subject:</b> Fire</font><div>&nbsp;</div></div><div>old</div>",
        // Outlook in a language we do not know
        "<div>It burns.</div><div id='divRplyFwdMsg'>Oddel: Ana &lt;a@x.example&gt;<br>Zaslet: Lundo<br>Temo: Fajro</div><div>old</div>",
        // Outlook for Windows
        "<div class=WordSection1><p class=MsoNormal>It burns.<o:p></o:p></p><div><div style='border:none;"
            + "border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Ana<br>"
            + "<b>Gesendet:</b> Montag<br><b>An:</b> Carla<br><b>Betreff:</b> Feuer</p></div></div><p>alt</p></div>",
        // Outlook for Mac
        "<div>It burns.</div><span id='OLK_SRC_BODY_SECTION'><div>From: Ana</div><div>old</div></span>",
        // Yahoo
        "<div>It burns.</div><div id='yahoo_quoted_1' class='yahoo_quoted'><div>On Monday, Ana wrote:</div><div>old</div></div>",
        // Zimbra
        "<div>It burns.<hr id='zwchr' data-marker='__DIVIDER__'><div data-marker='__HEADERS__'><b>From: </b>a@x.example<br>"
            + "<b>To: </b>carla<br><b>Sent: </b>Monday<br><b>Subject: </b>Fire<br></div><div data-marker='__QUOTED_TEXT__'>old</div></div>",
        // Proton, Zoho
        "<div>It burns.</div><div class='protonmail_quote'>On Monday, Ana wrote:<blockquote class='protonmail_quote'>old</blockquote></div>",
        "<div>It burns.</div><div class='zmail_extra'>---- On Mon, Ana wrote ----<br><blockquote>old</blockquote></div>",
        // Lotus, and whoever names nothing
        "<div>It burns.</div><blockquote><div>old</div></blockquote>",
        "<div>It burns.</div><div>On 23-Nov-2026, at 9:00 AM, Ana &lt;a@x.example&gt; wrote:</div><div>old</div>",
        // signatures
        "<div>It burns.</div><div class='gmail_signature' data-smartmail='gmail_signature'>Carla Customer<br>Head of things</div>",
        "<p>It burns.</p><pre class='moz-signature' cols='72'>-- \nCarla Customer</pre>",
        "<div>It burns.</div><div id='Signature'><p>Carla Customer</p><p>We sell what you need, wherever you need it.</p></div>",
        "<div>It burns.</div><div id='ms-outlook-mobile-signature'>Get <a href='https://aka.ms/x'>Outlook for iOS</a></div>",
      })
  void everyProgramHasItsOwnWayToQuoteAndSign(String html) {
    assertThat(VisibleReply.ofHtml(html, Letterhead.NONE).text()).isEqualTo("It burns.");
  }

  @Test
  void answersInsideAQuoteStayWithTheirQuestions() {
    String html =
        "<div class='gmail_quote'><div class='gmail_attr'>On Mon, Nov 23, 2026 at 9:00 AM Ana wrote:</div>"
            + "<blockquote class='gmail_quote'>Which one?</blockquote><div>The red one.</div>"
            + "<blockquote class='gmail_quote'>When?</blockquote><div>Today.</div>"
            + "<blockquote class='gmail_quote'>Regards, Ana</blockquote></div>";

    assertThat(VisibleReply.ofHtml(html, Letterhead.NONE).text())
        .contains("> Which one?", "The red one.", "> When?", "Today.")
        .doesNotContain("Regards");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>See below.</div><div class='gmail_quote'><div class='gmail_attr'>---------- Forwarded message ---------<br>"
            + "From: <b>Bob</b> &lt;b@x.example&gt;<br>Date: Mon<br>Subject: x<br>To: Carla<br></div><br>Old words</div>",
        "<div>See below.</div><blockquote type='cite'><div>Begin forwarded message:</div><br><div><b>From: </b>Bob</div>"
            + "<div>Old words</div></blockquote>"
      })
  void forwardedMailsStay(String html) {
    assertThat(VisibleReply.ofHtml(html, Letterhead.NONE).text())
        .contains("See below.", "Old words");
  }

  @Test
  void peopleSetOffWhatTheySayThemselves() {
    String html =
        "<p>The menu shows</p><blockquote style='margin:0 0 0 40px;border:none;padding:0px'>File</blockquote>";

    assertThat(VisibleReply.ofHtml(html, Letterhead.NONE).text())
        .isEqualTo("The menu shows\n\nFile");
  }

  @Test
  void aMailThatIsAllQuoteIsShownWhole() {
    assertThat(VisibleReply.ofHtml("<blockquote>It burns.</blockquote>", Letterhead.NONE).text())
        .isEqualTo("It burns.");
  }

  @Test
  void theFullTextMarksWhatIsQuoted() {
    assertThat(HtmlMail.text("<div>It burns.</div><div class='yahoo_quoted'>old</div>"))
        .isEqualTo("It burns.\n\n> old");
  }

  @Test
  void markupShowsWhatThePlainFormHides() {
    String plain = "It burns.\n\nAna said some days ago\nold";
    String html = "<p>It burns.</p><div class='gmail_quote'>Ana said some days ago<br>old</div>";

    assertThat(VisibleReply.of(plain, html, Letterhead.NONE).text()).isEqualTo("It burns.");
  }

  @Test
  void markupThatSaysSomethingElseChangesNothing() {
    assertThat(VisibleReply.of("It burns.", "<p>Open in your browser</p>", Letterhead.NONE).text())
        .isEqualTo("It burns.");
  }
}
