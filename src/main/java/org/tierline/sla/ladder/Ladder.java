package org.tierline.sla.ladder;

import java.util.List;
import java.util.Map;
import org.tierline.sla.SlaTarget;

/** Which steps are taken when a target is about to be missed or is missed: any number of them. */
public record Ladder(String name, Map<SlaTarget, List<LadderStep>> steps) {

  List<LadderStep> stepsOf(SlaTarget target) {
    return steps.getOrDefault(target, List.of());
  }
}
