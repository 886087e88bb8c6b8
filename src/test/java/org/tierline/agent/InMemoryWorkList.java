package org.tierline.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open work without a process behind it. */
public class InMemoryWorkList implements WorkList {

  private static final String DONE = "Somebody else finished this work before you";

  private final Map<String, WorkItem> open = new LinkedHashMap<>();
  private final Map<String, WorkResult> finished = new LinkedHashMap<>();

  public void add(String id, String kind, long ticketNumber, Optional<AgentId> owner) {
    open.put(
        id,
        new WorkItem(
            id,
            kind,
            "Work on ticket",
            ticketNumber,
            owner,
            Optional.empty(),
            List.of("RESOLVE", "ASK", "ESCALATE", "CONFIRM_BUG")));
  }

  public Optional<WorkResult> resultOf(String id) {
    return Optional.ofNullable(finished.get(id));
  }

  @Override
  public List<WorkItem> ofTicket(long ticketNumber) {
    return open.values().stream().filter(i -> i.ticketNumber() == ticketNumber).toList();
  }

  @Override
  public WorkItem open(long ticketNumber, String itemId) throws WorkAlreadyDoneException {
    return ofTicket(ticketNumber).stream()
        .filter(item -> item.id().equals(itemId))
        .findAny()
        .orElseThrow(() -> new WorkAlreadyDoneException(DONE));
  }

  @Override
  public void finish(String itemId, AgentId by, WorkResult result)
      throws WorkAlreadyDoneException, NotYourWorkException {
    demandMine(itemId, by);
    open.remove(itemId);
    finished.put(itemId, result);
  }

  @Override
  public void decide(String itemId, AgentId lead, WorkResult result)
      throws WorkAlreadyDoneException {
    if (open.remove(itemId) == null) {
      throw new WorkAlreadyDoneException(DONE);
    }
    finished.put(itemId, result);
  }

  @Override
  public void claim(String itemId, AgentId by)
      throws WorkAlreadyDoneException, NotYourWorkException {
    WorkItem item = demandMine(itemId, by);
    add(itemId, item.kind(), item.ticketNumber(), Optional.of(by));
  }

  @Override
  public void giveBack(String itemId, AgentId by)
      throws WorkAlreadyDoneException, NotYourWorkException {
    WorkItem item = demandMine(itemId, by);
    if (item.owner().isEmpty()) {
      throw new NotYourWorkException("Nobody has taken this; it waits for somebody already");
    }
    add(itemId, item.kind(), item.ticketNumber(), Optional.empty());
  }

  private WorkItem demandMine(String itemId, AgentId by)
      throws WorkAlreadyDoneException, NotYourWorkException {
    WorkItem item = open.get(itemId);
    if (item == null) {
      throw new WorkAlreadyDoneException(DONE);
    }
    if (item.owner().filter(owner -> !owner.equals(by)).isPresent()) {
      throw new NotYourWorkException("This work belongs to " + item.owner().get());
    }
    return item;
  }
}
