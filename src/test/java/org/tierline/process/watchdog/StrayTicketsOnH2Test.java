package org.tierline.process.watchdog;

import org.tierline.platform.TestDatabase;

class StrayTicketsOnH2Test extends StrayTicketsContract {

  StrayTicketsOnH2Test() {
    super(TestDatabase.anotherH2());
  }
}
