package org.tierline.portal.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.Test;
import org.tierline.intake.ExplainMailFixture;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;

class IntakeResourceTest {

  private final ApiInMemory api =
      new ApiInMemory(new IntakeResource(ExplainMailFixture.atAnEmptyDesk()));

  @Test
  void explainsAMailToALead() throws IOException {
    MockHttpResponse response =
        explain("message/rfc822", "From: Carla <carla@customer.example>\nSubject: Hi\n\nHelp!");

    assertThat(response.getStatus()).isEqualTo(200);
    JsonNode json = new ObjectMapper().readTree(response.getOutput());
    assertThat(json.at("/subject").asText()).isEqualTo("Hi");
    assertThat(json.at("/from/email").asText()).isEqualTo("carla@customer.example");
    assertThat(json.at("/verdict").asText()).isEqualTo("new-ticket");
    assertThat(json.at("/mayAnswer").asBoolean()).isTrue();
    assertThat(json.at("/checks/0/name").asText()).isNotBlank();
  }

  @Test
  void takesMailsOnly() {
    assertThat(explain("application/json", "{}").getStatus()).isEqualTo(415);
  }

  @Test
  void refusesAMailThatIsTooLarge() throws IOException {
    MockHttpResponse response = explain("message/rfc822", new byte[73 * 1024 * 1024]);

    assertThat(response.getStatus()).isEqualTo(413);
    assertThat(response.getOutputHeaders().getFirst("Content-Type"))
        .hasToString("application/problem+json");
  }

  /** In base64 a file is a third larger than it is. */
  @Test
  void takesAMailWithTheLargestFileIntakeTakes() throws IOException {
    String line = "QUJD".repeat(19) + "\r\n";
    String mail =
        "From: carla@customer.example\r\nContent-Type: application/pdf; name=plan.pdf\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + line.repeat(20 * 1024 * 1024 / 57);

    MockHttpResponse response = explain("message/rfc822", mail);

    assertThat(response.getStatus()).isEqualTo(200);
    JsonNode json = new ObjectMapper().readTree(response.getOutput());
    assertThat(json.at("/attachments/0/name").asText()).isEqualTo("plan.pdf");
  }

  private MockHttpResponse explain(String type, String mail) {
    return explain(type, mail.getBytes(UTF_8));
  }

  private MockHttpResponse explain(String type, byte[] mail) {
    return api.as(Caller.LENA)
        .send(
            ApiInMemory.request("POST", "/api/v1/intake/explain").contentType(type).content(mail));
  }
}
