package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.agent.Agents;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.transactions.Transactions;

/** Who somebody in Slack is: known by the account they have connected at the desk. */
@ApplicationScoped
public class SlackAccounts {

  private final Preferences preferences;
  private final Agents agents;
  private final Transactions transactions;
  private final DeskSettings desk;

  @Inject
  SlackAccounts(
      Preferences preferences, Agents agents, Transactions transactions, DeskSettings desk) {
    this.preferences = preferences;
    this.agents = agents;
    this.transactions = transactions;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SlackAccounts() {
    this(null, null, null, null);
  }

  /** Empty for a stranger. */
  Optional<Agent> agentOf(String slackUser) {
    return transactions.inNew(
        () ->
            preferences
                .findBySlackUser(slackUser)
                .map(NoticePreferences::agent)
                .flatMap(agents::find));
  }

  /** What a stranger is told. */
  String howToConnect() {
    return "The desk does not know yet who you are. Connect your Slack account at "
        + desk.link("/desk/me");
  }
}
