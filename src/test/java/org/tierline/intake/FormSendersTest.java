package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.tierline.platform.mail.EmailAddress;

class FormSendersTest {

  @Test
  void anAddressIsItselfAndADomainAllOfItsAddresses() {
    FormSenders forms = FormSenders.of(" WordPress@shop.example,@forms.example , ");

    assertThat(forms.include(new EmailAddress("wordpress@shop.example"))).isTrue();
    assertThat(forms.include(new EmailAddress("anything@forms.example"))).isTrue();
    assertThat(forms.include(new EmailAddress("carla@shop.example"))).isFalse();
    assertThat(forms.include(new EmailAddress("carla@sub.forms.example"))).isFalse();
    assertThat(FormSenders.of("").include(new EmailAddress("carla@shop.example"))).isFalse();
  }

  @Test
  void whatIsNeitherIsToldAtTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FormSenders.of("wordpress@shop.example, forms.example"))
        .withMessageContaining("tierline.mail.form-senders")
        .withMessageContaining("\"forms.example\"");
  }
}
