package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  @Test
  void areLongMixedAndNeverTheSame() {
    Passwords passwords = new Passwords();

    assertThat(Stream.generate(passwords::next).limit(200))
        .doesNotHaveDuplicates()
        .allMatch(
            password ->
                password.matches(
                    "(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{5}(-[A-Za-z0-9]{5}){3}"));
  }
}
