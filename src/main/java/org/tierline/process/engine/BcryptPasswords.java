package org.tierline.process.engine;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * Staff passwords as bcrypt hashes in the modular crypt form, which the server's login reads too:
 * one password, one place.
 */
class BcryptPasswords implements PasswordEncryptor {

  private static final int COST = 11;

  private final SecureRandom random = new SecureRandom();
  private final WildFlyElytronPasswordProvider provider = new WildFlyElytronPasswordProvider();

  @Override
  public String encrypt(String password) {
    byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
    random.nextBytes(salt);
    try {
      Password hash =
          factory()
              .generatePassword(
                  new EncryptablePasswordSpec(
                      password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(COST, salt)));
      return ModularCrypt.encodeAsString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The server cannot hash passwords", e);
    }
  }

  @Override
  public boolean check(String password, String encrypted) {
    try {
      PasswordFactory factory = factory();
      Password hash = factory.translate(ModularCrypt.decode(encrypted));
      return factory.verify(hash, password.toCharArray());
    } catch (GeneralSecurityException e) {
      return false; // not a hash of ours
    }
  }

  @Override
  public String hashAlgorithmName() {
    return "bcrypt"; // security.cli cuts off this name in braces
  }

  private PasswordFactory factory() throws GeneralSecurityException {
    return PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, provider);
  }
}
