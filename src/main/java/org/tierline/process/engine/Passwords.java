package org.tierline.process.engine;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** Makes first passwords: 20 characters nobody confuses when reading them aloud. */
final class Passwords {

  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int BLOCKS = 4;
  private static final int BLOCK_LENGTH = 5;

  private final SecureRandom random = new SecureRandom();

  /** Has a small letter, a capital, a digit and a hyphen, as the engine's password policy wants. */
  String next() {
    String password;
    do {
      password = IntStream.range(0, BLOCKS).mapToObj(i -> block()).collect(Collectors.joining("-"));
    } while (!password.matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[2-9]).*"));
    return password;
  }

  /** The first one of an account; one of many might contain the name of its owner. */
  String firstOf(User owner, IdentityService identity) {
    return Stream.generate(this::next)
        .filter(password -> identity.checkPasswordAgainstPolicy(password, owner).isValid())
        .findFirst()
        .orElseThrow();
  }

  private String block() {
    return random
        .ints(BLOCK_LENGTH, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
