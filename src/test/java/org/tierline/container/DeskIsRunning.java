package org.tierline.container;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tierline.demo.RunningDesk;

/** Arquillian finds the server running; it does not start one of its own. */
final class DeskIsRunning implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    // the same test is also run by JUnit inside the server, where this class has nothing to do
    if (System.getProperty("jboss.server.base.dir") == null) {
      System.setProperty(
          "tierline.it.management-port",
          String.valueOf(RunningDesk.get().server().managementUrl().getPort()));
    }
  }
}
