package org.tierline.ticket;

import java.util.Locale;
import java.util.Optional;
import org.tierline.agent.TeamId;

/**
 * Which of the desk's doors a request came through, where there are several.
 *
 * @param mailbox the short name of the mailbox; decides as whom we answer
 * @param team who answers what comes in there, unless triage knows better
 * @param language the language its customers write in
 */
public record Entrance(String mailbox, Optional<TeamId> team, Optional<Locale> language) {}
