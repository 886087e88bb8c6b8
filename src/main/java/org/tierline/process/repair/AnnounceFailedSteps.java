package org.tierline.process.repair;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.tierline.agent.StepsFailed;
import org.tierline.platform.events.Facts;

/** Use case: let the leads know of every step that has failed for good, of each once. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AnnounceFailedSteps {

  private static final int MOST_NAMED = 10;

  private final NewIncidents newIncidents;
  private final EngineRepairList repairList;
  private final Facts facts;
  private final Clock clock;

  @Inject
  AnnounceFailedSteps(
      NewIncidents newIncidents, EngineRepairList repairList, Facts facts, Clock clock) {
    this.newIncidents = newIncidents;
    this.repairList = repairList;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AnnounceFailedSteps() {
    this(null, null, null, null);
  }

  public void announce() {
    List<String> incidents = newIncidents.take(clock.instant());
    if (!incidents.isEmpty()) {
      facts.announce(
          new StepsFailed(
              incidents.stream()
                  .limit(MOST_NAMED)
                  .flatMap(incident -> repairList.find(incident).stream())
                  .toList(),
              incidents.size()));
    }
  }
}
