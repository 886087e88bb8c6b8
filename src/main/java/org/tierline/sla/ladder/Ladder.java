package org.tierline.sla.ladder;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tierline.sla.Promise;
import org.tierline.sla.SlaTarget;

/** Which steps are taken when a target is about to be missed or is missed: any number of them. */
public record Ladder(String name, Map<SlaTarget, List<LadderStep>> steps) {

  /** The steps over a promise, one for each moment. */
  List<LadderStep> stepsOver(Promise promise) {
    Map<Duration, LadderStep> ofMoments = new LinkedHashMap<>();
    for (LadderStep step : steps.getOrDefault(promise.target(), List.of())) {
      ofMoments.merge(step.offset(promise), step, LadderStep::and);
    }
    return List.copyOf(ofMoments.values());
  }
}
