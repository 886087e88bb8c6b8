package org.tierline.platform.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers what was announced; tests may listen in as the rest of the desk would. */
public class RecordedFacts implements Facts {

  private final List<Record> announced = new ArrayList<>();
  private final List<Consumer<Record>> listeners = new ArrayList<>();

  @Override
  public void announce(Record fact) {
    announced.add(fact);
    listeners.forEach(listener -> listener.accept(fact));
  }

  public List<Record> announced() {
    return List.copyOf(announced);
  }

  public <T extends Record> List<T> ofType(Class<T> type) {
    return announced.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public <T extends Record> void on(Class<T> type, Consumer<T> listener) {
    listeners.add(
        fact -> {
          if (type.isInstance(fact)) {
            listener.accept(type.cast(fact));
          }
        });
  }
}
