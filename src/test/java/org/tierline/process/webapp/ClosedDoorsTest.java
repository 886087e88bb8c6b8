package org.tierline.process.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody could make themselves an administrator (CVE-2026-77226) if this door were open. */
class ClosedDoorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/user/create",
        "/api/admin/setup",
        "/api//admin///setup/default/user/create",
        "/api/./admin/./setup/default",
        "/api/admin/%73etup/default/user/create",
        "/api/admin/%2573etup/default/user/create",
        "/api/admin/setup;a=b/default/user/create",
        "/api;x/admin;y/setup;z/default",
        "/api/admin/SETUP/default",
        "/api\\admin\\setup\\default",
        "/api/admin/auth/user/default/login/tasklist",
      })
  void keepsTheDoorShutHoweverItIsSpelled(String path) {
    assertThat(ClosedDoors.isClosed(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admin/auth/user/default",
        "/api/admin/auth/user/default/logout",
        "/api/engine/engine/default/user",
        "/app/admin/default/",
        "/api/admin/plugin/adminPlugins/static/app/plugin.js",
        "/api/admin/%zz",
      })
  void leavesTheOthersOpen(String path) {
    assertThat(ClosedDoors.isClosed(path)).isFalse();
  }
}
