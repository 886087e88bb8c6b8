package org.tierline.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

@ApplicationScoped
class CdiFacts implements Facts {

  @Inject private Event<Record> event;

  @Override
  public void announce(Record fact) {
    event.fire(fact); // resolved by its runtime type
  }
}
