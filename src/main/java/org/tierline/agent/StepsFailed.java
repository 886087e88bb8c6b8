package org.tierline.agent;

import java.util.List;

/**
 * Steps of running work have failed for good and wait for a person. Each is announced once, those
 * of one moment together.
 *
 * @param repairs the oldest of them
 * @param all how many failed
 */
public record StepsFailed(List<RepairList.Repair> repairs, int all) {

  public StepsFailed {
    repairs = List.copyOf(repairs);
  }
}
