package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.notification.slack.SlackNote;
import org.tierline.notification.slack.SlackNotes;
import org.tierline.platform.outbox.Effect;
import org.tierline.platform.outbox.EffectAbandoned;
import org.tierline.platform.outbox.EffectHeldUp;
import org.tierline.ticket.Author;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.Tickets;

/**
 * While Slack does not take notes, alarms go by mail instead; what never arrived is noted in the
 * ticket.
 */
@ApplicationScoped
public class NoteHeldUpEffects {

  private final Agents agents;
  private final Tickets tickets;
  private final Postbox postbox;
  private final Clock clock;

  @Inject
  NoteHeldUpEffects(Agents agents, Tickets tickets, Postbox postbox, Clock clock) {
    this.agents = agents;
    this.tickets = tickets;
    this.postbox = postbox;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected NoteHeldUpEffects() {
    this(null, null, null, null);
  }

  void mailInstead(@Observes EffectHeldUp fact) {
    mailAlarm(fact.effect());
  }

  void noteSilence(@Observes EffectAbandoned fact) {
    if (!fact.outOfTime()) {
      // refused at once, so it never was held up
      mailAlarm(fact.effect());
    }
    Optional<SlackNote> note = SlackNotes.of(fact.effect());
    ticketOf(fact.effect())
        .ifPresent(
            ticket ->
                ticket.note(
                    HistoryKind.UNDELIVERED,
                    Author.DESK,
                    fact.outOfTime()
                        ? fact.effect().kind() + " note came too late and was dropped"
                        : fact.effect().kind() + " note could not be delivered",
                    note.map(it -> it.text() + " – ").orElse("") + fact.reason(),
                    clock.instant()));
  }

  private void mailAlarm(Effect effect) {
    SlackNotes.of(effect)
        .filter(SlackNote::goesByMailInstead)
        .ifPresent(
            note ->
                note.reader()
                    .map(AgentId::new)
                    .flatMap(agents::find)
                    .ifPresent(
                        reader ->
                            postbox.toStaff(
                                reader,
                                "instead",
                                note.text(),
                                Map.of("headline", note.text(), "link", note.link()))));
  }

  private Optional<Ticket> ticketOf(Effect effect) {
    return effect.ticket().map(TicketId::new).map(tickets::get);
  }
}
