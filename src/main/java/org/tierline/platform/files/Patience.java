package org.tierline.platform.files;

import java.io.IOException;

/** Asked again and again while a file is read, and able to end it. */
@FunctionalInterface
public interface Patience {

  /** For as long as it takes. */
  Patience ENDLESS = () -> {};

  /**
   * @throws IOException when it has lasted long enough
   */
  void ask() throws IOException;
}
