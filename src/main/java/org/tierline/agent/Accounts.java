package org.tierline.agent;

import java.util.Optional;
import java.util.Set;

/**
 * Who may log in and which groups they are in, kept by whoever lets people in. A team is a group:
 * its members find its queue in Tasklist. Everything happens in the caller's transaction.
 */
public interface Accounts {

  /**
   * Puts an agent into the group of their team, with an account if they have none.
   *
   * @param formerly the team whose group they leave
   * @return the first password of an account that was opened, known to nobody else and never again
   */
  Optional<String> admit(Agent agent, Optional<TeamId> formerly);

  /**
   * Makes another first password for an account; the one before opens nothing any more.
   *
   * @return the password, known to nobody else and never again
   * @throws ProtectedAccountException if the account is kept elsewhere, or may do more than whoever
   *     asks could hand out
   */
  String renewPassword(AgentId agent, AgentId by) throws ProtectedAccountException;

  /**
   * Takes an agent out of all teams and off the desk. Process analysts and administrators stay what
   * they are besides.
   */
  void dismiss(AgentId agent);

  /**
   * The groups an account is in now, which are the roles its next login finds; empty when there is
   * no such account here, because somebody else lets that person in.
   */
  Optional<Set<String>> rolesOf(AgentId agent);

  /** Whether there is a group of this name, a team's or one with other rights. */
  boolean hasGroup(TeamId name);

  /** Makes the group of a team, or calls it by the team's new name. */
  void found(Team team);

  /** Removes the group of a team. */
  void dissolve(TeamId team);
}
