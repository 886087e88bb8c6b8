package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tierline.platform.files.Spool;

/** Whom other help desks answer of their own accord, and whom they do not. */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class AutoReplyEvaluationTest {

  private static final String A_MAIL =
      "From: me@example.com\nTo: support@tierline.example\nSubject: hello\n";

  private final ExplainMail explainMail = ExplainMailFixture.atAnEmptyDesk();
  private final List<String> misses = new ArrayList<>();
  private int cases;

  @Test
  void zammadsCasesAreAnsweredOrNotAsZammadDoes() throws IOException {
    JsonNode file = read(Corpora.folder("zammad-mail").resolve("autoreply-cases.json"));
    for (JsonNode one : file.get("auto_reply")) {
      String mail = one.get("mail").asText().replace("${fqdn}", "tierline.example");
      expect(one.get("expect_may_auto_reply").asBoolean(), explain(mail).mayAnswer(), mail);
    }
    for (JsonNode one : file.get("out_of_office")) {
      String mail = one.get("mail").asText();
      Explanation explanation = explain(mail);
      boolean absent = one.get("expect_out_of_office").asBoolean();
      expect(absent, "auto-reply".equals(explanation.kind()), mail);
      expect(!absent, explanation.mayAnswer(), mail);
    }

    report("zammad auto-reply cases");
  }

  @Test
  void osTicketsHeadersAreNotAnswered() throws IOException {
    JsonNode file = read(Corpora.folder("peer-misc").resolve("osticket-headers.json"));
    for (String kind : List.of("bounce_headers", "auto_reply_headers")) {
      for (JsonNode header : file.get(kind)) {
        String mail = header.asText() + "\n" + A_MAIL + "\nhello\n";
        expect(false, explain(mail).mayAnswer(), header.asText());
      }
    }
    expect(true, explain(A_MAIL + "\nhello\n").mayAnswer(), A_MAIL);

    report("osTicket headers");
  }

  private Explanation explain(String mail) {
    return explainMail.explain(Spool.of(mail.getBytes(StandardCharsets.UTF_8)));
  }

  private void expect(boolean expected, boolean found, String what) {
    cases++;
    if (expected != found) {
      misses.add("    expected " + expected + ": " + what.replace('\n', '|'));
    }
  }

  private void report(String name) {
    System.out.printf("%-32s %d of %d%n", name, cases - misses.size(), cases);
    assertThat(misses).isEmpty();
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
