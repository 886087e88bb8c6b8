package org.tierline.customer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.mail.EmailAddress;

/** A person who asks the desk for help. */
@Entity
public class Customer {

  private static final int MAX_FAILURE_LENGTH = 500;

  @Id private UUID id;

  @Version private int version;

  private String email;

  private @Nullable String name;

  @Embedded private ContractTerms terms;

  private Instant createdAt;

  private @Nullable Instant mailFailsSince;

  private @Nullable String mailFailure;

  protected Customer() {} // for JPA

  private Customer(CustomerId id, EmailAddress email, @Nullable String name, Instant now) {
    this.id = id.value();
    this.email = email.value();
    this.name = name;
    this.terms = ContractTerms.of(Contract.USUAL);
    this.createdAt = now;
  }

  /** Someone writes to the desk for the first time: on the standard plan until told otherwise. */
  public static Customer writingFrom(EmailAddress email, @Nullable String name, Instant now) {
    return new Customer(CustomerId.random(), email, name, now);
  }

  /** Learns a name where none was known; a name once known is not overwritten by the next mail. */
  public void introduce(String givenName) {
    if (name == null) {
      name = givenName;
    }
  }

  /** A mail to them came back; until one gets through or they write again, others probably will. */
  public void mailFailed(String why, Instant now) {
    if (mailFailsSince == null) {
      mailFailsSince = now;
    }
    mailFailure = why.length() <= MAX_FAILURE_LENGTH ? why : why.substring(0, MAX_FAILURE_LENGTH);
  }

  /** Who writes from an address can be reached there. */
  public void wroteByMail() {
    mailFailsSince = null;
    mailFailure = null;
  }

  /** Puts the customer under another contract. */
  public void agree(Contract contract) {
    this.terms = ContractTerms.of(contract);
  }

  public Contract contract() {
    return terms.contract();
  }

  public CustomerId id() {
    return new CustomerId(id);
  }

  public EmailAddress email() {
    return new EmailAddress(email);
  }

  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** How to address them: by name, or by the mail address while the name is unknown. */
  public String displayName() {
    return name == null ? email : name;
  }

  public Optional<String> organisation() {
    return contract().organisation();
  }

  public Plan plan() {
    return terms.plan();
  }

  /** Whether they deserve our most experienced people whatever they pay. */
  public boolean isVip() {
    return terms.vip();
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Since when mails to them come back; empty while they arrive, as far as we know. */
  public Optional<Instant> mailFailsSince() {
    return Optional.ofNullable(mailFailsSince);
  }

  /** What the last mail system said that could not reach them. */
  public Optional<String> mailFailure() {
    return Optional.ofNullable(mailFailure);
  }
}
