package org.tierline.agent;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.EmailAddress;

/** A staff member who takes tickets. */
@Entity
public class Agent {

  @Id private String login;

  @Version private int version;

  private String displayName;

  private String email;

  private String team;

  /** Available means: give me work. Absent agents keep their tickets but get no new ones. */
  private boolean available;

  /** The weighted load above which the agent gets nothing more; critical tickets weigh most. */
  private int capacity;

  /** Difficult customers are in good hands here. */
  private boolean senior;

  private String zone = "UTC";

  private String workingWeek = "";

  private @Nullable Instant leftAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "agent_skill", joinColumns = @JoinColumn(name = "login"))
  @Column(name = "skill")
  private Set<String> skills = new HashSet<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "agent_language", joinColumns = @JoinColumn(name = "login"))
  @Column(name = "language")
  private Set<String> languages = new HashSet<>();

  protected Agent() {} // for JPA

  /**
   * @param languages BCP 47 language tags the agent can answer in, such as {@code en}
   */
  public Agent(
      AgentId id,
      String displayName,
      EmailAddress email,
      TeamId team,
      Set<Skill> skills,
      Set<String> languages,
      int capacity) {
    this.login = id.value();
    this.displayName = displayName;
    this.email = email.value();
    this.team = team.value();
    skills.forEach(skill -> this.skills.add(skill.code()));
    this.languages.addAll(languages);
    this.capacity = capacity;
    this.available = true;
  }

  /** Returns whether this changed anything. */
  boolean beAvailable(boolean nowAvailable) {
    boolean changed = available != nowAvailable;
    available = nowAvailable;
    return changed;
  }

  /** Works here from now on as a lead says; somebody who had left is back. */
  void join(Enlistment enlistment) {
    displayName = enlistment.name();
    email = enlistment.email().value();
    team = enlistment.team().value();
    describe(enlistment.profile());
    if (hasLeft()) {
      leftAt = null;
      available = true;
    }
  }

  /** Takes no tickets any more; what they did here keeps their name. */
  void leave(Instant now) {
    leftAt = now;
    available = false;
  }

  void describe(Profile profile) {
    capacity = profile.capacity();
    senior = profile.senior();
    zone = profile.zone().getId();
    workingWeek = profile.week().toString();
    skills.clear();
    profile.skills().forEach(skill -> skills.add(skill.code()));
    languages.clear();
    languages.addAll(profile.languages());
  }

  public AgentId id() {
    return new AgentId(login);
  }

  public String displayName() {
    return displayName;
  }

  public EmailAddress email() {
    return new EmailAddress(email);
  }

  public TeamId team() {
    return new TeamId(team);
  }

  public boolean hasLeft() {
    return leftAt != null;
  }

  /** Empty while they work here. */
  public Optional<Instant> leftAt() {
    return Optional.ofNullable(leftAt);
  }

  public boolean isAvailable() {
    return available;
  }

  public int capacity() {
    return capacity;
  }

  public boolean isSenior() {
    return senior;
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public WorkingWeek workingWeek() {
    return WorkingWeek.parse(workingWeek);
  }

  public Set<Skill> skills() {
    return skills.stream().map(Skill::new).collect(toUnmodifiableSet());
  }

  public Set<String> languages() {
    return Set.copyOf(languages);
  }
}
