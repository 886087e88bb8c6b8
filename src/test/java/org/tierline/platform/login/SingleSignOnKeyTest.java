package org.tierline.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleSignOnKeyTest {

  @TempDir private Path machine;

  @Test
  void everyServerMakesAKeyOfItsOwnAndKeepsIt() throws Exception {
    Path here = machine.resolve("here");

    String password = SingleSignOnKey.passwordOfKeyIn(here);

    KeyStore store =
        KeyStore.getInstance(here.resolve("tierline-sso.p12").toFile(), password.toCharArray());
    assertThat(store.isKeyEntry("sso")).isTrue();
    assertThat(SingleSignOnKey.passwordOfKeyIn(here)).isEqualTo(password);
    assertThat(SingleSignOnKey.passwordOfKeyIn(machine.resolve("there"))).isNotEqualTo(password);
  }

  @Test
  void onlyTheServersAccountReadsThePassword() throws Exception {
    SingleSignOnKey.passwordOfKeyIn(machine);

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(machine.resolve("tierline-sso.password"))))
        .isEqualTo("rw-------");
  }
}
