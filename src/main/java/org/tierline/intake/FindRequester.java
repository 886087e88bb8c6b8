package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.tierline.agent.Agents;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.MailSeal;
import org.tierline.platform.mail.MailSettings;

/**
 * Says who asks. That is whom a mail is from, whatever its Reply-To says: anybody could lead our
 * answers away with it. Only for the forms the desk knows it is the one person named there.
 */
@ApplicationScoped
@Transactional
class FindRequester {

  private static final String NAME = "sent by a form";

  private final FormSenders forms;
  private final Agents agents;
  private final MailSettings settings;
  private final MailSeal seal;

  @Inject
  FindRequester(FormSenders forms, Agents agents, MailSettings settings, MailSeal seal) {
    this.forms = forms;
    this.agents = agents;
    this.settings = settings;
    this.seal = seal;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected FindRequester() {
    this(FormSenders.NONE, null, null, null);
  }

  /**
   * A mail whose sender is who asks.
   *
   * @param check how that was found out
   */
  record Asked(InboundMessage mail, Judgement.Check check) {}

  public Asked of(InboundMessage mail) {
    Optional<EmailAddress> form = mail.sender().filter(forms::include);
    if (form.isEmpty()) {
      return new Asked(mail, new Judgement.Check(NAME, "no"));
    }
    List<MailPerson> named = mail.replyTo();
    Optional<EmailAddress> person =
        named.stream().findFirst().flatMap(first -> EmailAddress.parse(first.email()));
    Optional<String> objection =
        named.stream().map(MailPerson::email).distinct().count() == 1 && person.isPresent()
            ? objection(person.get())
            : Optional.of("its Reply-To does not name one person we could write to");
    String found =
        objection
            .map(why -> "%s is a form, but %s".formatted(form.get(), why))
            .orElseGet(() -> "%s is a form; %s asks".formatted(form.get(), person.orElseThrow()));
    return new Asked(
        objection.isPresent() ? mail : mail.askedBy(person.orElseThrow(), named.get(0).name()),
        new Judgement.Check(NAME, found));
  }

  /** Nobody becomes one of us, or makes us write to ourselves, by filling in a form. */
  private Optional<String> objection(EmailAddress person) {
    if (settings.reachesUs(person, seal)) {
      return Optional.of("its Reply-To is an address of the desk");
    }
    return agents
        .findByEmail(person)
        .map(agent -> "its Reply-To is the address of " + agent.displayName());
  }
}
