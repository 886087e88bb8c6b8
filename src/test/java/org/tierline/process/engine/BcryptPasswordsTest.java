package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BcryptPasswordsTest {

  private final BcryptPasswords bcrypt = new BcryptPasswords();

  @Test
  void knowsThePasswordAgain() {
    String hash = bcrypt.encrypt("Tierline-2026!");

    assertThat(hash).matches("\\$2[aby]\\$11\\$[./A-Za-z0-9]{53}");
    assertThat(bcrypt.check("Tierline-2026!", hash)).isTrue();
    assertThat(bcrypt.check("tierline-2026!", hash)).isFalse();
  }

  @Test
  void saltsEveryHash() {
    assertThat(bcrypt.encrypt("Tierline-2026!")).isNotEqualTo(bcrypt.encrypt("Tierline-2026!"));
  }

  @Test
  void takesNothingElseForAHash() {
    assertThat(bcrypt.check("secret", "secret")).isFalse();
    assertThat(bcrypt.check("", "")).isFalse();
  }
}
