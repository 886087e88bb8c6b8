package org.tierline.intake;

import java.nio.file.Path;

/**
 * Where collections of real mails lie, if they lie anywhere: beside a checkout, never in it. Tests
 * that need them are evaluations, run only when {@value #FOLDER} names the folder.
 */
final class Corpora {

  static final String FOLDER = "tierline.corpora";

  private Corpora() {}

  /** The folder of one collection, such as {@code zammad-mail}. */
  static Path folder(String corpus) {
    return Path.of(System.getProperty(FOLDER)).resolve(corpus);
  }
}
