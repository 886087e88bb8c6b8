package org.tierline.escalation;

import org.tierline.agent.TeamId;
import org.tierline.ticket.TicketId;

/**
 * A whole team has to know of a ticket at once, such as engineering of a system that is down.
 *
 * @param why in a few words
 */
public record TeamAlerted(TicketId ticket, TeamId team, String why) {}
