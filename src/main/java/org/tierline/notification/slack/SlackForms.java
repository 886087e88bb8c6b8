package org.tierline.notification.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Asks people in Slack for more than a button can say. */
@ApplicationScoped
public class SlackForms {

  private static final System.Logger LOG = System.getLogger(SlackForms.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SlackSettings settings;
  private final SlackConnection connection;

  @Inject
  SlackForms(SlackSettings settings, SlackConnection connection) {
    this.settings = settings;
    this.connection = connection;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SlackForms() {
    this(null, null);
  }

  /**
   * Opens a form for somebody who has just pressed a button. Calls Slack while they wait, so never
   * within a transaction.
   *
   * @param trigger Slack's word for that press
   * @return false when Slack did not take it; the log says why
   */
  public boolean open(String trigger, SlackForm form) {
    Optional<String> token = settings.token();
    return token.isPresent() && open(token.get(), trigger, form);
  }

  private boolean open(String token, String trigger, SlackForm form) {
    try {
      ViewsOpenResponse answer =
          connection
              .prompt()
              .methods(token)
              .viewsOpen(request -> request.triggerId(trigger).viewAsString(form.json()));
      if (!answer.isOk()) {
        LOG.log(System.Logger.Level.WARNING, "Slack shows no form: {0}", answer.getError());
      }
      return answer.isOk();
    } catch (IOException | SlackApiException e) {
      LOG.log(System.Logger.Level.WARNING, "Slack shows no form: {0}", e.toString());
      return false;
    }
  }

  /** What Slack shows instead of a form that was sent. */
  public static String done(String title, String text) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("response_action", "update");
    answer.set("view", SlackForm.answer(title, text));
    return answer.toString();
  }

  /** What Slack shows below the fields of a form that is not good yet. */
  public static String refused(Map<String, String> errors) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("response_action", "errors");
    ObjectNode below = answer.putObject("errors");
    errors.forEach(below::put);
    return answer.toString();
  }
}
